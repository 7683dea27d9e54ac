import { chmod, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { hostTemporaryRoot, setVariable } from './environment.ts';

const isRoot = process.getuid?.() === 0;

test('temporary folders are made in the one of the runner', async () => {
  await using folder = await temporaryFolder();
  await chmod(folder.path, 0o755);
  using _ = setVariable('RUNNER_TEMP', join(folder.path, 'not-there-yet'));
  expect(hostTemporaryRoot()).toBe(join(folder.path, 'not-there-yet'));
});

test('as root they are made elsewhere, where the user of the sandbox could not enter that one', async () => {
  await using folder = await temporaryFolder();
  const inside = join(folder.path, 'open');
  await mkdir(inside, { mode: 0o755 });
  using _ = setVariable('RUNNER_TEMP', inside);
  expect(hostTemporaryRoot()).toBe(isRoot ? tmpdir() : inside);
});
