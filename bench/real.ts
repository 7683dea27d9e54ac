// The shipped decisions on recorded outcomes of real models: what would have been said of them, and what it would cost.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startOutcome } from './outcome.ts';
import { armsOf, gridOf, passingAtLeast } from './real/grid.ts';
import type { Grid } from './real/grid.ts';
import { judgedFigures } from './real/lines.ts';
import { noiseOf } from './real/noise.ts';
import { playAll } from './real/play-all.ts';
import { readOutcomes } from './real/read-outcomes.ts';
import type { Outcomes } from './real/read-outcomes.ts';
import { bands, dropsIn } from './real/situations.ts';
import { mixesTable, summaryOf } from './real/summary.ts';
import { callsTable, dropsTable, noiseTable, ratesTable, recordedTable, tasksTable } from './real/tables.ts';
import { writeEvidence } from './real/write-evidence.ts';

/** A model that seldom passes at all shows nothing of what a wording does. */
const passingModel = 0.3;
const leastDraws = 30;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '5000' },
    draws: { type: 'string', default: '50' },
    write: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
const sizes = { runs: Number(values.runs), draws: Number(values.draws) };
const isSeed = /^\d{1,10}$/.test(values.seed);
if (file === undefined || !isSeed || !(sizes.runs >= 1) || !(sizes.draws >= leastDraws)) {
  console.error(
    `npm run bench:real -- FILE [--seed N] [--runs N] [--draws N, at least ${leastDraws}] [--write]\n` +
      'docs/benchmarks.md describes FILE.',
  );
  process.exit(2);
}

const start = performance.now();
const { outcomes, grid } = read(file);
console.log(
  [
    `${outcomes.source} at ${outcomes.commit}, ${outcomes.licence}`,
    `${answersIn(outcomes.arms)} answers, of which ${answersIn(armsOf(grid))} of ${grid.models.length} models to ` +
      `${grid.tasks.length} tasks in ${grid.wordings.length} wordings are complete`,
    bands.map((band) => `${dropsIn(grid, band).length} rewordings drop by ${band.name} points`).join(', '),
    `seed ${values.seed}, ${sizes.runs} runs, ${sizes.draws} draws a pair; figure [95 % interval of the draws]`,
  ].join('\n'),
);
const seed = Number(values.seed);
const playing = playAll({ file, seed, sizes });
const passing = passingAtLeast(grid, passingModel);
const shown = passing.models.length > 1 ? passing : grid;
const noise = noiseOf(shown, seed);
const noises = shown === grid ? [noise] : [noiseOf(grid, seed), noise];
const countsOf = await playing;
const sections = {
  rates: ratesTable(countsOf),
  recorded: recordedTable(countsOf),
  drops: dropsTable(countsOf),
  calls: callsTable(countsOf),
  noise: noiseTable(noises),
  tasks: tasksTable(noise),
};
console.log(`\n${Object.values(sections).join('\n\n')}\n`);
const outcome = startOutcome({ name: 'real', command: 'npm run bench:real -- FILE', seed });
outcome.add(...judgedFigures(countsOf));
outcome.end();
console.log(`took ${((performance.now() - start) / 60_000).toFixed(1)} minutes`);
if (values.write) {
  const summary = summaryOf({ countsOf, grid, noise });
  writeEvidence({
    ...{ outcomes, grid: shown, noise, seed },
    evidence: { ...sections, summary },
    readme: { evidence: summary, mixes: mixesTable(countsOf, seed) },
  });
}

/** Ends with one line where the file is none of outcomes. */
function read(path: string): { readonly outcomes: Outcomes; readonly grid: Grid } {
  try {
    const parsed = readOutcomes(readFileSync(path, 'utf8'));
    return { outcomes: parsed, grid: gridOf(parsed.arms) };
  } catch (error) {
    console.error(`${path} holds no outcomes to compare: ${String(error)}`);
    process.exit(2);
  }
}

function answersIn(arms: Outcomes['arms']): number {
  return arms.reduce((sum, { passed }) => sum + passed.length, 0);
}
