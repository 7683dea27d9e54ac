// Real changes of real specs through the whole engine: what it says of models whose code is known, held against what is
// true of that code.
import { parseArgs } from 'node:util';
import { comparedFigures, sevenFigures } from './histories/bounds.ts';
import { missingClones } from './histories/clones.ts';
import { commonmarkHistories } from './histories/commonmark.ts';
import { compareHistory, isDecided, isFalseGreen, isWrong, type Row } from './histories/compare.ts';
import { exercismHistories } from './histories/exercism.ts';
import { directions } from './histories/history.ts';
import { recordedOf, sevenOfTen } from './histories/seven-of-ten.ts';
import { toonHistories } from './histories/toon.ts';
import { startOutcome } from './outcome.ts';
import { suiteRunner } from './histories/truth.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '200' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean' },
  },
});
const [clones] = positionals;
const missing = clones === undefined ? [] : missingClones(clones);
if (clones === undefined || missing.length > 0) {
  const usage = 'npm run bench:histories -- FOLDER [--only WORD] [--seed N] [--seeds N]';
  console.error(clones === undefined ? usage : ['These clones are missing:', ...missing].join('\n'));
  process.exit(2);
}

const start = performance.now();
const run = suiteRunner();
const histories = [
  ...exercismHistories(clones),
  ...toonHistories(clones),
  ...commonmarkHistories(clones),
].filter(({ name }) => name.includes(values.only));
console.log(`${histories.length} histories, ${directions.length} directions; * = open, ! = wrong`);
const rows: Row[] = [];
for (const history of histories)
  for (const row of await compareHistory(history, run)) {
    rows.push(row);
    console.log(rowText(row));
  }

const only = values.only === '' ? '' : ` --only ${values.only}`;
const outcome = startOutcome({
  name: 'histories',
  command: `npm run bench:histories -- FOLDER${only}`,
  seed: Number(values.seed),
});
console.log('');
// Said before the samples are drawn, which takes minutes.
outcome.add(...comparedFigures(rows));
const recorded = new Map(directions.map((direction) => [direction, recordedOf(histories, direction, run)]));
console.log(`seed ${values.seed}; figure [95 % interval]`);
outcome.add(
  ...sevenFigures(
    sevenOfTen(recorded, {
      seeds: Number(values.seeds),
      seed: Number(values.seed),
      right: { base: 0.7, head: 0.7 },
    }),
  ),
);
outcome.end();
console.log(`took ${((performance.now() - start) / 1000).toFixed(0)} s`);

function rowText(row: Row): string {
  const { history, direction, behaviour, truth, said } = row;
  const mark = isWrong(row) || isFalseGreen(row) ? '!' : isDecided(row) ? ' ' : '*';
  const is = [truth.verdict, truth.requirements ?? '–'].join(', ');
  const says = [said.verdict, said.requirements ?? '–', said.conclusion].join(', ');
  const why = said.why === null || !isWrong(row) ? '' : ` (${said.why})`;
  return [
    mark,
    history.padEnd(32),
    direction.padEnd(15),
    behaviour.padEnd(8),
    is.padEnd(22),
    `said ${says}, ${said.calls} calls${why}`,
  ].join(' ');
}
