import { expect, test } from '@jest/globals';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { CacheServiceDouble } from '../src/testing/doubles/cache-service-double.ts';
import { FanOutJobs } from '../src/testing/runs/fan-out-jobs.ts';
import {
  bothModels,
  byNode,
  careful,
  halves,
  halvesConfig,
  halvesFiles,
  hasty,
} from '../src/testing/builders/halves.ts';

test('shards whose tests have control runs leave nothing that a maintainer should wonder about', async () => {
  await using world = await actionWorld(bundle.action, {
    files: halvesFiles,
    models: [careful, hasty],
    config: (url) => halvesConfig(url, { spec: byNode, models: bothModels(url) }),
    head: (repository) => repository.write({ 'SPEC.md': halves.reworded }),
  });
  await using service = await CacheServiceDouble.start();
  await using jobs = await FanOutJobs.start(world, service);
  const { ids } = await jobs.plan('2');
  await jobs.shards(ids);

  const report = await jobs.report();

  const { notes } = Object(report.result);
  expect(notes).toContainEqual(expect.stringContaining('notice 3 of 3 changes'));
  expect(notes).not.toContainEqual(expect.stringContaining('left out'));
});
