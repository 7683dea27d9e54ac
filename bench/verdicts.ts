// The real decisions with random outcomes in place of models: compares what they promise with what they do.
import { dropThreshold, noDropThreshold } from '../src/core/statistics/gate.ts';
import { planWith } from '../src/core/statistics/sampling-plan.ts';
import { allExperiments } from './verdicts/experiments.ts';
import { fallsShort, judgedLines, plantedLines } from './verdicts/lines.ts';
import type { CountsOf } from './verdicts/lines.ts';
import { confirmationTable, fillTable, lineText, rulesTable, shownTable } from './verdicts/print.ts';
import { readSeed } from './verdicts/read-seed.ts';
import { runAll } from './verdicts/run-all.ts';

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

function section(title: string, lines: readonly string[]): void {
  console.log(`\n${title}\n${lines.join('\n')}`);
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

const judged = judgedLines(countsOf);
const planted = plantedLines(countsOf);
const short = judged.filter(fallsShort);
const survived = planted.filter((line) => !fallsShort(line));
const isSlow = thresholdsMs > planBoundMs;

console.log(`seed ${seed}; figure [95 % interval]; SHORT: the one-sided 99 % interval excludes the bound`);
section('Judged', judged.map(lineText));
console.log(
  `${isSlow ? 'SHORT' : 'ok   '} thresholds of a plan with 40 stored base samples: ${thresholdsMs.toFixed(0)} ms at most ${planBoundMs} ms`,
);
section('Planted faults, which must fall short', planted.map(lineText));
section(
  'Printed, not judged: the first cell loses one test, all others are unchanged at .95',
  shownTable(countsOf),
);
section('Printed, not judged: runs blocked with and without fresh base samples', confirmationTable(countsOf));
section('Printed, not judged: what the stored base costs, on the mix', fillTable(countsOf));
section('The same streams under other rules', rulesTable(countsOf));
section('Done', [
  `${judged.length + 1 - short.length - Number(isSlow)} of ${judged.length + 1} promises kept, ` +
    `${planted.length - survived.length} of ${planted.length} planted faults found, ` +
    `${((performance.now() - start) / 1000).toFixed(0)} s`,
]);
if (short.length > 0 || survived.length > 0 || isSlow) process.exitCode = 1;
