import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { hostPath, ownUser } from '../src/adapters/process/environment.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { temporaryFolder } from '../src/testing/temporary-folder.ts';

const keptName = `spec-portability-compiled-${ownUser().uid}`;

/** Starts the command line with this folder for temporary files. */
async function startWith(temporary: string, environment: Readonly<Record<string, string>> = {}) {
  const { cli } = bundle;
  const env = { PATH: hostPath(), TMPDIR: temporary, ...environment };
  return promisify(execFile)(process.execPath, [cli, '--version'], { env });
}

test('what V8 compiled is kept for the next start, in a folder that only our user may enter', async () => {
  await using temporary = await temporaryFolder();
  const { stdout } = await startWith(temporary.path);
  const kept = join(temporary.path, keptName);

  expect((await stat(kept)).mode & 0o777).toBe(0o700);
  expect(await readdir(kept, { recursive: true })).not.toHaveLength(0);
  expect((await startWith(temporary.path)).stdout).toBe(stdout);
});

test('nothing is kept in a folder that others may write to, for they could put code there', async () => {
  await using temporary = await temporaryFolder();
  const kept = join(temporary.path, keptName);
  await mkdir(kept);
  await chmod(kept, 0o777);
  await startWith(temporary.path);

  expect(await readdir(kept)).toHaveLength(0);
});

test('on a runner of GitHub, which ends with its job, nothing is kept', async () => {
  await using temporary = await temporaryFolder();
  await startWith(temporary.path, { RUNNER_ENVIRONMENT: 'github-hosted' });

  expect(await readdir(temporary.path)).toHaveLength(0);
});
