import { expect, test } from '@jest/globals';
import { actionWorld, type ActionWorld } from '../src/testing/runs/action-world.ts';
import { bundle } from '../src/testing/runs/bundle.ts';
import { bothModels, halvesConfig, reader } from '../src/testing/builders/halves.ts';
import { pullRequestNumber } from '../src/testing/builders/pull-request-event.ts';
import { CacheServiceDouble } from '../src/testing/doubles/cache-service-double.ts';
import { FanOutJobs } from '../src/testing/runs/fan-out-jobs.ts';

const intro = '# Halves\n\n`src/half.mjs` exports `half(n)`, n divided by two, a whole number.\n';
const spec = `${intro}\nHalves are rounded up.\n\nA sign is kept.\n`;
const edited = `${intro}\nHalves are rounded sensibly.\n\nThe sign is kept.\n`;

/** `hasty` misreads every sample of the new words, `careful` every other one: that alone is no news at half of the error. */
async function redWorld(): Promise<ActionWorld> {
  const isOld = (specText: string): boolean => specText.includes('rounded up');
  return actionWorld(bundle.action, {
    models: [
      reader('simulated-careful', ({ specText, sample }) => isOld(specText) || sample % 2 === 0),
      reader('simulated-hasty', ({ specText }) => isOld(specText)),
    ],
    base: { 'SPEC.md': spec },
    head: (repository) => repository.write({ 'SPEC.md': edited }),
    config: (url) =>
      halvesConfig(url, {
        spec: { test: "grep -q 'n / 2 + 0.5' src/half.mjs", results: 'exit-code' },
        models: bothModels(url),
        rest: { bisect: 'on-regression', samples: { looks: [8], confirm: 1 } },
      }),
  });
}

test('a regression that shows only beside another one is searched in one job, and in many a note says why not', async () => {
  await using single = await redWorld();
  await using world = await redWorld();
  await using service = await CacheServiceDouble.start();
  await using jobs = await FanOutJobs.start(world, service);
  await single.run();

  const { ids } = await jobs.plan('2');
  await jobs.shards(ids);
  const report = await jobs.report();

  const searched = { verdict: 'regressed', search: { among: 2, check: 'this-part' } };
  const note =
    'The words behind the regression of halves on careful were not looked for: it shows only beside the other questions of this run, and each of its jobs sees its own. A run in one job looks for them.';
  expect(await single.result()).toMatchObject({
    verdicts: [searched, searched],
    notes: expect.not.arrayContaining([note]),
  });
  expect(report.result).toMatchObject({
    verdicts: [expect.not.objectContaining({ search: expect.anything() }), searched],
    notes: expect.arrayContaining([note]),
  });
  const [comment] = world.github.comments(pullRequestNumber);
  expect(comment?.body).toContain('halves on careful were not looked for: it shows only beside');
});
