import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { CacheServiceDouble } from '../src/testing/doubles/cache-service-double.ts';
import { comparableResult } from '../src/testing/builders/comparable-result.ts';
import { FanOutJobs } from '../src/testing/runs/fan-out-jobs.ts';
import { manySpecs } from '../src/testing/builders/many-specs.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import { rangeOf, runCli } from '../src/testing/runs/run-cli.ts';

const situation = manySpecs({
  specs: 8,
  looks: [7],
  // Caps are divided among jobs, so if a cap is reached, many jobs may say less than one job.
  budget: { concurrency: 16, generations: 2000, usd: 1000, 'usd-per-pr': 'none' },
});

test('a check with a job for each of sixteen questions says what one job says, and what one job says of their records', async () => {
  await using single = await actionWorld(bundle.action, situation);
  await using world = await actionWorld(bundle.action, situation);
  await using service = await CacheServiceDouble.start();
  await using jobs = await FanOutJobs.start(world, service);
  const one = await single.run();

  const { ids } = await jobs.plan('16');
  const shards = await jobs.shards(ids);
  const report = await jobs.report();

  expect(ids).toHaveLength(16);
  expect(shards.filter(({ code }) => code !== 0)).toEqual([]);
  expect(report.code).toBe(one.code);
  expect(comparableResult(report.result)).toEqual(comparableResult(await single.result()));
  const records = join(report.workspace, '.spec-portability/records');
  const argv = ['report', ...rangeOf(world), '--pull-request', `${pullRequestNumber}`, '--records', records];
  await runCli(bundle.cli, { world, argv });
  expect(Object(await world.result()).verdicts).toEqual(Object(report.result).verdicts);
});
