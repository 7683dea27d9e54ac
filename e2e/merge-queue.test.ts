import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actionWorld, type ActionWorld, type RunOptions } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import {
  bothModels,
  byShell,
  careful,
  halves,
  halvesConfig,
  hasty,
  reader,
} from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import type { ActionRun } from '../src/testing/runs/run-action.ts';
import { programFolder } from '../src/testing/runs/program-folder.ts';
import { queueMerge } from '../src/testing/runs/queue-merge.ts';

/** Merges the pull request onto a newer base, as a queue does, and runs the action there. */
async function runInQueue(
  world: ActionWorld,
  moved: Readonly<Record<string, string>>,
  options: RunOptions = {},
) {
  const { merged, event } = await queueMerge(world, moved);
  const asked = world.models.requests.length;
  const run = await world.run({ ...options, event });
  const checks = world.github.checkRuns().filter(({ headSha }) => headSha === merged);
  return { run, checks, calls: world.models.requests.length - asked };
}

const unrelated = { 'CHANGELOG.md': 'something else was merged\n' };

describe('after a check of the pull request that failed', () => {
  let world: ActionWorld;
  let first: ActionRun;
  let searched: unknown;
  beforeAll(async () => {
    world = await actionWorld(bundle.action, {
      // A program that may be taken from PATH tests the code.
      config: (url) =>
        halvesConfig(url, {
          spec: { ...byShell, test: `nice ${byShell.test}` },
          rest: { bisect: 'on-regression' },
        }),
    });
    first = await world.run();
    searched = await world.result();
  });
  afterAll(async () => world[Symbol.asyncDispose]());

  test('the queue repeats its failure without a call, where nothing it follows from differs, and searches no words', async () => {
    const comment = world.github.comments(pullRequestNumber)[0]?.body;

    const { run, checks, calls } = await runInQueue(world, unrelated);

    expect(searched).toMatchObject({
      verdicts: expect.arrayContaining([expect.objectContaining({ search: expect.anything() })]),
    });
    expect([first.code, run.code, calls]).toEqual([1, 1, 0]);
    expect(run.outputs).toMatchObject({ conclusion: 'failure', generations: '0' });
    expect(checks).toMatchObject([
      { status: 'completed', conclusion: 'failure', title: 'Repeated: 1 regressed, 1 held' },
    ]);
    expect(checks[0]?.externalId).toMatch(/^[0-9a-f]{64}$/);
    expect(checks[0]?.summary).toContain('were judged on the pull request');
    expect(await world.result()).toMatchObject({
      trigger: { kind: 'merge-group', number: pullRequestNumber },
      repeats: { title: '1 regressed, 1 held' },
      verdicts: [],
    });
    // There is no pull request to comment on.
    expect(world.github.comments(pullRequestNumber).map(({ body }) => body)).toEqual([comment]);
  });

  test('the queue asks where the base brought other tests', async () => {
    const { run, calls } = await runInQueue(world, { 'test/half.test.mjs': `${halves.test}// moved\n` });

    expect(run.code).toBe(1);
    expect(calls).toBeGreaterThan(0);
    expect(run.outputs).toMatchObject({ regressions: '1' });
  });

  test('a run that ends before its verdict leaves no check run behind that is in progress', async () => {
    await using programs = await programFolder('git', 'sh', 'bash', 'env');
    const known = world.github.checkRuns().find(({ headSha }) => headSha === world.head);
    // The verdict of another app is not repeated, so the models must be asked; that fails here, where `nice` is not on PATH.
    world.github.addCheckRun({
      ...{ name: 'spec portability', headSha: world.head, app: 99, conclusion: 'success' },
      externalId: known?.externalId ?? '',
    });

    const { run, checks } = await runInQueue(world, { 'NEWS.md': 'more\n' }, { path: programs.path });

    expect(run.code).toBe(2);
    expect(checks).toMatchObject([{ status: 'completed', conclusion: 'cancelled' }]);
  });
});

test('a neutral check of the pull request is never repeated: the queue has the keys, and asks', async () => {
  await using world = await actionWorld(bundle.action, {
    config: (url) => halvesConfig(url, { models: bothModels(url).slice(1) }),
  });
  const first = await world.run({ fixture: 'pull-request-dependabot-changed', keys: false });

  const { run, calls } = await runInQueue(world, unrelated);

  expect(first.outputs).toMatchObject({ conclusion: 'neutral' });
  expect(run.code).toBe(1);
  expect(calls).toBeGreaterThan(0);
});

const newcomer = reader('simulated-newcomer', () => false);

test('the queue repeats what was found out about a switch of models, and completes the check run that it began', async () => {
  const file = '.github/spec-portability.yml';
  const models = (url: string) => {
    const [one] = bothModels(url);
    return { one, taking: { ...one, id: 'newcomer', model: 'simulated-newcomer' } };
  };
  await using world = await actionWorld(bundle.action, {
    models: [careful, hasty, newcomer],
    config: (url) => halvesConfig(url, { models: [models(url).one] }),
    head: async (repository, url) =>
      repository.write({ [file]: halvesConfig(url, { models: [models(url).taking] }) }),
  });
  const first = await world.run();

  const { run, checks, calls } = await runInQueue(world, unrelated);

  expect([first.code, run.code, calls]).toEqual([1, 1, 0]);
  expect(run.outputs).toMatchObject({ conclusion: 'failure', 'has-work': 'false' });
  expect(checks).toMatchObject([
    { status: 'completed', conclusion: 'failure', title: 'Repeated: 1 regressed' },
  ]);
});
