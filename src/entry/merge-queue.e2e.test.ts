import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actionWorld, type ActionWorld, type RunOptions } from '../testing/action-world.ts';
import { makeBundle, type Bundle } from '../testing/bundle.ts';
import { halves } from '../testing/halves.ts';
import { pullRequestNumber } from '../testing/pull-request-event.ts';
import { queueMerge } from '../testing/queue-merge.ts';

let bundle: Bundle;
beforeAll(async () => {
  bundle = await makeBundle();
}, 60_000);
afterAll(async () => bundle[Symbol.asyncDispose]());

const slow = 60_000;

/** Merges the pull request onto a base that moved on, as a queue does, and runs the action there. */
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

test(
  'the queue repeats the failure of the pull request without a call, where nothing it follows from differs',
  async () => {
    await using world = await actionWorld(bundle.action);
    const first = await world.run();
    const comment = world.github.comments(pullRequestNumber)[0]?.body;

    const { run, checks, calls } = await runInQueue(world, unrelated);

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
  },
  slow,
);

test(
  'the queue asks where the base brought other tests',
  async () => {
    await using world = await actionWorld(bundle.action);
    await world.run();

    const { run, calls } = await runInQueue(world, { 'test/half.test.mjs': `${halves.test}// moved\n` });

    expect(run.code).toBe(1);
    expect(calls).toBeGreaterThan(0);
    expect(run.outputs).toMatchObject({ regressions: '1' });
  },
  slow,
);

test(
  'a neutral check of the pull request is never repeated: the queue has the keys, and asks',
  async () => {
    await using world = await actionWorld(bundle.action);
    const first = await world.run({ fixture: 'pull-request-dependabot-changed', keys: false });

    const { run, calls } = await runInQueue(world, unrelated);

    expect(first.outputs).toMatchObject({ conclusion: 'neutral' });
    expect(run.code).toBe(1);
    expect(calls).toBeGreaterThan(0);
  },
  slow,
);
