import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actionWorld, type ActionSituation, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { CacheServiceDouble } from '../src/testing/doubles/cache-service-double.ts';
import { FanOutJobs } from '../src/testing/runs/fan-out-jobs.ts';
import { bothModels, careful, halves, halvesConfig, hasty, reader } from '../src/testing/builders/halves.ts';
import { queueMerge } from '../src/testing/runs/queue-merge.ts';

// A pull request that was checked; each test merges it onto another state of the base.
let checked: ActionWorld;
beforeAll(async () => {
  checked = await actionWorld(bundle.action);
  await checked.run();
});
afterAll(async () => checked[Symbol.asyncDispose]());

test('in a merge queue the jobs repeat the verdict of the pull request: no shards, no call, the same conclusion', async () => {
  const world = checked;
  const asked = world.models.requests.length;
  const { merged, event } = await queueMerge(world, { 'CHANGELOG.md': 'something else was merged\n' });
  await using service = await CacheServiceDouble.start();
  await using jobs = await FanOutJobs.start(world, service, event);

  const plan = await jobs.plan();
  const report = await jobs.report();

  expect(plan.outputs).toMatchObject({ 'has-work': 'false', matrix: '{"shard":[]}' });
  expect(report.code).toBe(1);
  expect(report.outputs).toMatchObject({ conclusion: 'failure', generations: '0' });
  expect(report.result).toMatchObject({ repeats: { title: '1 regressed, 1 held' }, verdicts: [] });
  const checks = world.github.checkRuns().filter(({ headSha }) => headSha === merged);
  expect(checks.map(({ title, conclusion }) => [title, conclusion])).toEqual([
    ['Repeated: 1 regressed, 1 held', 'failure'],
  ]);
  expect(world.models.requests).toHaveLength(asked);
});

test('in a merge queue the jobs ask where the base brought other tests', async () => {
  const world = checked;
  const asked = world.models.requests.length;
  const { event } = await queueMerge(world, { 'test/half.test.mjs': `${halves.test}// moved\n` });
  await using service = await CacheServiceDouble.start();
  await using jobs = await FanOutJobs.start(world, service, event);

  const { ids, outputs } = await jobs.plan('2');
  await jobs.shards(ids);
  const report = await jobs.report();

  expect(outputs).toMatchObject({ 'has-work': 'true' });
  expect(report.outputs).toMatchObject({ conclusion: 'failure', regressions: '1' });
  expect(world.models.requests.length).toBeGreaterThan(asked);
});

const file = '.github/spec-portability.yml';

/** A change of text together with a switch of models: the new text on the old model is a sample of both questions. */
const switched: ActionSituation = {
  models: [careful, hasty, reader('simulated-newcomer', () => false)],
  config: (url) => halvesConfig(url, { models: bothModels(url).slice(0, 1) }),
  head: async (repository, url) => {
    const models = bothModels(url).slice(0, 1);
    await repository.write({
      'SPEC.md': `${halves.spec}\nThat is all.\n`,
      [file]: halvesConfig(url, {
        models: models.map((model) => ({ ...model, id: 'newcomer', model: 'simulated-newcomer' })),
      }),
    });
  },
};

test('with a switch of models the jobs pay no sample twice, and say what one job says', async () => {
  await using single = await actionWorld(bundle.action, switched);
  await using world = await actionWorld(bundle.action, switched);
  await using service = await CacheServiceDouble.start();
  await using jobs = await FanOutJobs.start(world, service);
  const one = await single.run();

  const { ids } = await jobs.plan('3');
  await jobs.shards(ids);
  const report = await jobs.report();

  expect(report.outputs).toMatchObject({
    verdicts: one.outputs['verdicts'],
    generations: one.outputs['generations'],
    conclusion: one.outputs['conclusion'],
  });
  expect(world.models.requests).toHaveLength(single.models.requests.length);
  expect(world.models.requests).toHaveLength(Number(report.outputs['generations']));
});
