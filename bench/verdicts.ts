// The real decisions with random outcomes in place of models: compares what they promise with what they do.
import { dropThreshold, noDropThreshold } from '../src/core/statistics/gate.ts';
import { planWith } from '../src/core/statistics/sampling-plan.ts';
import { allExperiments } from './verdicts/experiments.ts';
import { startOutcome } from './outcome.ts';
import { judgedLines, plantedLines } from './verdicts/lines.ts';
import type { CountsOf } from './verdicts/lines.ts';
import { promised } from './verdicts/promise.ts';
import { readSeed } from './verdicts/read-seed.ts';
import { runAll } from './verdicts/run-all.ts';
import { shownFigures } from './verdicts/shown.ts';

const planBoundMs = 250;

/** Processor time of the thresholds of the largest default plan, before anything is remembered. */
function planMs(): number {
  const before = process.cpuUsage();
  const plan = planWith(40, [3, 5, 8, 12]);
  dropThreshold(plan, 0.05);
  noDropThreshold(plan, 0.4, 0.1);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const seed = readSeed(process.argv.slice(2));
const start = performance.now();
const thresholdsMs = planMs();
const results = await runAll(allExperiments(), seed);
const countsOf: CountsOf = (name) => {
  const counts = results.get(name);
  if (counts === undefined) throw new Error(`There is no experiment \`${name}\`.`);
  return counts;
};

const outcome = startOutcome({ name: 'verdicts', command: 'npm run bench:verdicts', seed });
console.log(`seed ${seed}; figure [95 % interval]; MISSED: the one-sided 99 % interval excludes the bound\n`);
outcome.add(...judgedLines(countsOf).map(promised), {
  ...{ what: 'processor time of the thresholds of a plan with 40 stored base samples', id: 'thresholds' },
  ...{ figure: thresholdsMs, unit: 'ms', atMost: planBoundMs },
});
console.log('\nPlanted faults, which must be missed');
outcome.planted(...plantedLines(countsOf).map(promised));
console.log('\nNot judged');
outcome.add(...shownFigures(countsOf));
outcome.end();
console.log(`took ${((performance.now() - start) / 1000).toFixed(0)} s`);
