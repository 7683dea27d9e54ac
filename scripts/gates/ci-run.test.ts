import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(await readFile('package.json', 'utf8')));

// Programs that write down how they were called and fail at the call whose number is in FAIL_AT.
const stub = `#!/bin/bash
echo "$(basename "$0") $*" >> "$CALLS"
[ "$(wc -l < "$CALLS")" -ne "$FAIL_AT" ]
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ci-run-'));
  await cp('.ci/run', join(folder, '.ci/run'));
  await mkdir(join(folder, 'bin'));
  for (const name of ['npm', 'npx', 'git', 'bwrap', 'chromium', 'go', 'pytest-3', 'apt-get', 'node']) {
    await writeFile(join(folder, 'bin', name), stub);
    await chmod(join(folder, 'bin', name), 0o755);
  }
  for (const name of ['bash', 'dirname', 'basename', 'wc']) {
    const found = spawnSync('bash', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    await symlink(found.stdout.trim(), join(folder, 'bin', name));
  }
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

test('.ci/run calls the README’s commands, every gate, the demo under both Nodes, and the dist check last', async () => {
  const { code, calls } = await run(0);

  expect(code).toBe(0);
  const gates = Object.keys(scripts).filter((name) => name.startsWith('check:'));
  expect(calls[0]).toBe('npm cit');
  expect(calls).toEqual(expect.arrayContaining(gates.map((name) => `npm run ${name}`)));
  expect(calls.filter((call) => call.endsWith('dist/cli.js demo'))).toEqual([
    'npx -y node@20.19.0 dist/cli.js demo',
    'npx node dist/cli.js demo',
  ]);
  expect(calls.at(-1)).toBe('npm run check:dist');
});

test('.ci/run ends non-zero at whichever step fails, and runs no later one', async () => {
  const { calls } = await run(0);
  expect(calls.length).toBeGreaterThan(8);

  for (const [index] of calls.entries()) {
    const failed = await run(index + 1);
    expect(failed.code).not.toBe(0);
    expect(failed.calls).toEqual(calls.slice(0, index + 1));
  }
});

test('.ci/run installs git where there is none, and ends there when that fails', async () => {
  await rm(join(folder, 'bin/git'));

  const installed = await run(0);
  const failed = await run(2);

  expect(installed.calls.slice(0, 3)).toEqual([
    'apt-get update -qq',
    'apt-get install -y -qq git',
    'npm cit',
  ]);
  expect(failed.code).not.toBe(0);
  expect(failed.calls).toHaveLength(2);
});

test('`npm run check` runs every gate and the tests', () => {
  const gates = Object.keys(scripts).filter((name) => name.startsWith('check:'));
  const steps = (scripts['check'] ?? '').split(' && ');

  expect(steps.toSorted()).toEqual([...gates.map((name) => `npm run ${name}`), 'npm test'].toSorted());
});

async function run(
  failAt: number,
): Promise<{ readonly code: number | null; readonly calls: readonly string[] }> {
  const file = join(folder, 'calls');
  await writeFile(file, '');
  const env = { PATH: join(folder, 'bin'), CALLS: file, FAIL_AT: String(failAt) };
  const { status } = spawnSync(join(folder, 'bin/bash'), [join(folder, '.ci/run')], { env });
  const calls = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return { code: status, calls };
}
