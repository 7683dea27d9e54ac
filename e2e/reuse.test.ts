import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actionWorld, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, byShell, halves, halvesConfig } from '../src/testing/builders/halves.ts';
import { rangeOf, runCli } from '../src/testing/runs/run-cli.ts';

let top: string;
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'reuse-'));
});
afterAll(async () => {
  await rm(top, { recursive: true, force: true });
});

test('nothing changed reuses answers and test runs, changed tests reuse the answers, a changed spec its base', async () => {
  const trace = join(top, 'trace');
  await using world = await actionWorld(bundle.action, {
    config: (url) =>
      halvesConfig(url, {
        spec: { ...byShell, test: `echo >> ${trace} && ${byShell.test}` },
        models: bothModels(url).slice(0, 1),
      }),
  });
  const { repository, models, base } = world;
  const check = async (head: string): Promise<Readonly<Record<string, unknown>>> => {
    const before = models.requests.length;
    await rm(trace, { force: true });
    const folders = ['--records', join(top, 'records'), '--report-dir', join(top, 'report')];
    const argv = ['check', '--base', base, '--head', head, ...folders];
    const { code } = await runCli(bundle.cli, { world, argv });
    const lines = (await readFile(trace, 'utf8').catch(() => '')).split('\n').length - 1;
    return { code, calls: models.requests.length - before, testRuns: lines };
  };

  // Two trees as committed, emptied, with a stand-in and with changed tests, and ten answers, each with its control.
  expect(await check(world.head)).toEqual({ code: 0, calls: 10, testRuns: 28 });
  expect(await check(world.head)).toEqual({ code: 0, calls: 0, testRuns: 0 });

  await repository.write({ 'test/half.test.mjs': `${halves.test}// One remark more.\n` });
  const otherTests = await repository.commit('only a test file');
  expect(await check(otherTests)).toEqual({ code: 0, calls: 0, testRuns: 13 });

  await repository.write({ 'SPEC.md': `${halves.reworded}\nBe brief.\n` });
  const otherSpec = await repository.commit('the spec again');
  expect(await check(otherSpec)).toEqual({ code: 0, calls: 5, testRuns: 13 });
});

test('a test command that is installed after a first try is found', async () => {
  await using world = await actionWorld(bundle.action, {
    config: (url) =>
      halvesConfig(url, {
        models: bothModels(url).slice(1),
        spec: { ...byShell, test: join(top, 'late.sh') },
      }),
  });
  const argv = ['check', ...rangeOf(world)];
  expect((await runCli(bundle.cli, { world, argv })).stderr).toContain('TEST_COMMAND_NOT_FOUND');
  await writeFile(join(top, 'late.sh'), `#!/bin/sh\nexec ${byShell.test}\n`, { mode: 0o755 });

  expect((await runCli(bundle.cli, { world, argv })).code).toBe(1);
});

test('the other samples of an arm start when its first one begins to stream, not before and not at its end', async () => {
  // As long as a prompt must be to be cached.
  const remarks = 'It is used where sums of money are split.\n'.repeat(100);
  const arms = new Map<string, Arm>();
  const seen: { world: ActionWorld | null } = { world: null };
  await using world = await actionWorld(bundle.action, {
    base: { 'SPEC.md': `${halves.spec}${remarks}` },
    head: async (repository) => repository.write({ 'SPEC.md': `${halves.reworded}${remarks}` }),
    // Long enough for other samples to arrive, if they do not wait.
    latencyMs: 300,
    config: (url) => halvesConfig(url, { rest: { samples: { looks: [4] }, budget: { concurrency: 16 } } }),
    // Called when the first event is to be sent.
    faults: (_, { model, promptLength }) => {
      const name = `${model} ${promptLength}`;
      const arm = arms.get(name) ?? anArm();
      arms.set(name, arm);
      const came = (seen.world?.models.requests ?? []).filter(
        (request) => request.model === model && request.promptLength === promptLength,
      );
      arm.calls.push(came.length);
      if (arm.calls.length === 4) arm.resume();
      // If they waited for the end of the first answer, it would never come.
      return arm.calls.length === 1 ? { kind: 'slow', everyMs: 0, until: arm.allCame } : null;
    },
  });
  seen.world = world;

  await runCli(bundle.cli, { world, argv: ['check', ...rangeOf(world)] });

  const calls = [...arms.values()].map((arm) => arm.calls);
  expect(calls.map(({ length }) => length)).toEqual([4, 4, 4, 4]);
  expect(calls.map(([before]) => before)).toEqual([1, 1, 1, 1]);
  // Each arm's prompt was written once and read by the three others. Each of its two texts has a last token that is not full.
  const prompts = new Map(world.models.requests.map((each) => [`${each.model} ${each.promptLength}`, each]));
  const written = [...prompts.values()].reduce((sum, { promptLength }) => sum + promptLength / 4, 0);
  const { spent } = Object(await world.result());
  expect(Math.abs(spent.cacheWriteTokens - written)).toBeLessThan(8);
  expect(spent.cacheReadTokens).toBe(3 * spent.cacheWriteTokens);
  expect(spent.inputTokens).toBe(4 * spent.cacheWriteTokens);
});

/** For each call the number of calls of its arm so far, and what the first answer waits for. */
type Arm = { readonly calls: number[]; readonly allCame: Promise<void>; readonly resume: () => void };

function anArm(): Arm {
  let resume = (): void => {};
  const allCame = new Promise<void>((resolve) => (resume = resolve));
  return { calls: [], allCame, resume };
}
