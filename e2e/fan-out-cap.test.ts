import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { actionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { CacheServiceDouble } from '../src/testing/doubles/cache-service-double.ts';
import { FanOutJobs } from '../src/testing/runs/fan-out-jobs.ts';
import { manySpecs } from '../src/testing/builders/many-specs.ts';
import { storedRecords } from '../src/testing/builders/stored-records.ts';

// An answer costs far less than what is reserved for it. So that the cap is reached, the model is expensive.
const price = { input: 60, output: 1000 };

test('twelve shards under a cap of 3 USD spend no more than that together, and what they lacked is said', async () => {
  await using world = await actionWorld(
    bundle.action,
    manySpecs({
      specs: 6,
      looks: [3],
      gate: { 'fail-on': 'never' },
      budget: { concurrency: 12, usd: 3, 'usd-per-pr': 'none' },
      maxOutputTokens: 40,
      price,
    }),
  );
  await using service = await CacheServiceDouble.start();
  await using jobs = await FanOutJobs.start(world, service);

  const { ids } = await jobs.plan('12');
  const shards = await jobs.shards(ids);
  const report = await jobs.report();

  expect(ids).toHaveLength(12);
  expect(shards.filter(({ code }) => code !== 0)).toEqual([]);
  const records = await storedRecords(join(report.workspace, '.spec-portability/records'), 'generation');
  const spent = records.reduce((sum, { record: { result } }) => {
    if (result.kind !== 'completed') return sum;
    const { inputTokens, outputTokens } = result.completion.usage;
    return sum + (price.input * inputTokens + price.output * outputTokens) / 1e6;
  }, 0);
  expect(records).toHaveLength(world.models.requests.length);
  expect(spent).toBeLessThanOrEqual(3);
  expect(spent).toBeGreaterThan(1.5);
  expect(report.result).toMatchObject({
    conclusion: 'neutral',
    spent: { generations: records.length, usd: expect.closeTo(spent, 6), ranOut: ['usd'] },
  });
});
