import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actionWorld, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, halves, halvesConfig, hasty } from '../src/testing/builders/halves.ts';

let temporary = '';
beforeAll(async () => {
  temporary = await realpath(await mkdtemp(join(tmpdir(), 'sandbox-e2e-')));
  // As root the sandbox runs as the user nobody, who must be able to enter this folder.
  await chmod(temporary, 0o755);
});
afterAll(async () => {
  await rm(temporary, { recursive: true, force: true });
});

const sandboxed = (spec: Readonly<Record<string, unknown>> = {}): Promise<ActionWorld> =>
  actionWorld(bundle.action, {
    config: (url) => halvesConfig(url, { spec, rest: { sandbox: 'auto' } }),
  });

test('a whole check runs in bubblewrap, says so, and leaves nothing behind', async () => {
  await using world = await sandboxed();
  const run = await world.run({ env: { RUNNER_TEMP: temporary } });
  expect(run.jobSummary).toMatch(
    /isolation: bubblewrap \d\S*, (?:20 of 20|21 of 21) attempts to break out stopped/,
  );
  expect(await world.result()).toMatchObject({
    settings: {
      sandbox: 'bubblewrap',
      isolation: expect.stringMatching(/(?:20 of 20|21 of 21) attempts to break out stopped/),
    },
  });
  expect(run.code).toBe(1);
  expect(await readdir(temporary)).toEqual([]);
});

test('own tests that the sandbox blocks end with the line that names the call, before a model is asked', async () => {
  await using world = await sandboxed({
    test: `node -e "fetch('http://127.0.0.1:9/').catch((e) => { console.error(e.cause.code, 'ECONNREFUSED'); process.exit(1); })"`,
    results: 'exit-code',
  });
  const run = await world.run({ env: { RUNNER_TEMP: temporary } });
  expect(run.log).toMatch(/::error::SANDBOX_BLOCKS_TESTS: .*ECONNREFUSED.*setup/);
  expect(run.code).toBe(2);
  expect(world.models.requests).toEqual([]);
});

test('code that kills what is around it has failed: it cannot make its own sample unmeasured', async () => {
  const killing = `process.kill(2, 'SIGKILL');\n${halves.right}`;
  await using world = await actionWorld(bundle.action, {
    config: (url) =>
      halvesConfig(url, {
        ...{ spec: { test: 'node --test', results: 'auto' }, models: bothModels(url).slice(1) },
        rest: { sandbox: 'auto' },
      }),
    models: [
      {
        ...hasty,
        write: ({ specText, sample }) => [
          {
            path: 'src/half.mjs',
            content: `// ${sample}\n${specText.includes('half up') ? halves.right : killing}`,
          },
        ],
      },
    ],
  });

  const run = await world.run({ env: { RUNNER_TEMP: temporary } });

  expect(run.code).toBe(1);
  expect(JSON.parse(run.outputs['verdicts'] ?? '[]')).toMatchObject([
    { model: 'hasty', verdict: 'regressed' },
  ]);
  expect(JSON.stringify(await world.result())).toContain('the test command was killed by SIGKILL');
  expect(await readdir(temporary)).toEqual([]);
});
