import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { needs, steps } from '../check.ts';

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
  for (const name of ['npm', 'npx', 'apt-get', 'node', ...Object.keys(needs)]) await putStub(name);
  for (const name of ['bash', 'dirname', 'basename', 'wc']) {
    const found = spawnSync('bash', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    await symlink(found.stdout.trim(), join(folder, 'bin', name));
  }
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function putStub(name: string): Promise<void> {
  await writeFile(join(folder, 'bin', name), stub);
  await chmod(join(folder, 'bin', name), 0o755);
}

/** A machine without a program, until it is disposed of. */
async function without(name: string): Promise<AsyncDisposable> {
  await rm(join(folder, 'bin', name));
  return { [Symbol.asyncDispose]: async () => putStub(name) };
}

test('.ci/run calls the README’s test command and then the one list of all other steps', async () => {
  const { code, calls } = await run(0);

  expect(code).toBe(0);
  expect(calls).toEqual(['npm cit', 'npm run check -- --tests-ran']);
});

test('every night .ci/run plays all cases of test:wild, also those that a check leaves out', async () => {
  const nightly = await run(0, [join(folder, '.ci/run'), 'nightly']);
  const failed = await run(2, [join(folder, '.ci/run'), 'nightly']);

  expect(nightly.code).toBe(0);
  expect(nightly.calls).toEqual(['npm ci', 'npm run test:wild -- --all --nightly']);
  expect(failed.code).not.toBe(0);
});

test('.ci/run ends non-zero at whichever step fails, and runs no later one', async () => {
  const { calls } = await run(0);

  for (const [index] of calls.entries()) {
    const failed = await run(index + 1);
    expect(failed.code).not.toBe(0);
    expect(failed.calls).toEqual(calls.slice(0, index + 1));
  }
});

test('.ci/run installs git where there is none, and ends there when that fails', async () => {
  await using _machine = await without('git');

  const installed = await run(0);
  const failed = await run(2);

  expect(installed.calls.slice(0, 3)).toEqual([
    'apt-get update -qq',
    'apt-get install -y -qq --no-install-recommends git',
    'npm cit',
  ]);
  expect(failed.code).not.toBe(0);
  expect(failed.calls).toHaveLength(2);
});

test('the list holds the tests, every gate, the hostile suites, the wild cases, adoption and the README, the bundle last', () => {
  const gates = Object.keys(scripts).filter((name) => name.startsWith('check:'));
  const others = ['hostile', 'wild -- --all', 'adoption', 'browser', 'readme'].map((name) => `test:${name}`);

  expect(scripts['check']).toMatch(/ scripts\/check\.ts$/);
  expect(steps.toSorted()).toEqual(
    ['npm test', ...['fuzz', ...gates, ...others].map((name) => `npm run ${name}`)].toSorted(),
  );
  expect(steps.at(-1)).toBe('npm run check:dist');
});

test('`npm run check` runs the list in its order, in CI without the tests that have run', async () => {
  const whole = await run(0, ['scripts/check.ts']);
  const rest = await run(0, ['scripts/check.ts', '--tests-ran']);

  expect([whole.code, rest.code]).toEqual([0, 0]);
  expect(whole.calls).toEqual(steps);
  expect(rest.calls).toEqual(steps.slice(1));
});

test('`npm run check` ends non-zero at whichever step fails, and runs no later one', async () => {
  for (const [index] of steps.entries()) {
    const failed = await run(index + 1, ['scripts/check.ts']);
    expect(failed.code).toBe(1);
    expect(failed.calls).toEqual(steps.slice(0, index + 1));
  }
});

test('what the steps need is installed by .ci/run; where one is missing `npm run check` says so and runs nothing', async () => {
  const ciRun = await readFile('.ci/run', 'utf8');
  const asked = [...ciRun.matchAll(/command -v ([\w-]+)/g)].map(([, name]) => name);
  expect(asked).toEqual(Object.keys(needs));
  for (const name of Object.values(needs)) expect(ciRun).toMatch(new RegExp(`install .*\\b${name}\\b`));

  await using _machine = await without('bwrap');
  const { code, calls, output } = await run(0, ['scripts/check.ts']);

  expect(output).toBe('Not installed: bwrap. apt-get install bubblewrap\n');
  expect(code).toBe(1);
  expect(calls).toEqual([]);
});

type Ran = { readonly code: number | null; readonly calls: readonly string[]; readonly output: string };

/** Runs .ci/run or a script of ours with stand-ins for all that they start; the call with that number fails. */
async function run(failAt: number, script: readonly string[] = [join(folder, '.ci/run')]): Promise<Ran> {
  const file = join(folder, 'calls');
  await writeFile(file, '');
  const env = { PATH: join(folder, 'bin'), CALLS: file, FAIL_AT: String(failAt) };
  const isNode = script[0]?.endsWith('.ts') ?? false;
  const program = isNode ? process.execPath : join(folder, 'bin/bash');
  const { status, stderr } = spawnSync(program, script, { env, encoding: 'utf8' });
  const calls = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return { code: status, calls, output: stderr };
}
