// The same work in promptfoo, in our check and in plain Node: time, processor, memory, calls, and what each can conclude.
import { parseArgs } from 'node:util';
import { startOutcome } from './outcome.ts';
import { comparisons, comparisonFigures, runComparison } from './peers/comparisons.ts';
import { blocksFigures, concludeForReal } from './peers/conclude.ts';
import { perCellFigures } from './peers/per-cell.ts';
import { makePlaces } from './peers/places.ts';
import { installedVersion, installPromptfoo } from './peers/promptfoo.ts';
import { unchangedFigures } from './peers/unchanged.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '' },
    write: { type: 'boolean' },
  },
});
const parts = ['times', 'cells', 'again', 'conclusions'] as const;
const rounds = values.rounds === '' ? null : Number(values.rounds);
if (rounds !== null && !(Number.isInteger(rounds) && rounds >= 1 && rounds <= 50))
  throw new Error(`--rounds takes a whole number from 1 to 50, not \`${values.rounds}\`.`);
const wanted = values.only === '' ? parts : parts.filter((part) => values.only.split(',').includes(part));
if (wanted.length === 0) throw new Error(`--only takes ${parts.join(', ')}, separated by commas.`);

const promptfoo = await installPromptfoo();
const version = await installedVersion(promptfoo);
const outcome = startOutcome({
  name: 'peers',
  command: 'npm run bench:peers',
  seed: 1,
  versions: { promptfoo: version },
});
await using places = await makePlaces();
const field = { places, promptfoo };
console.log(
  `promptfoo ${version}, Node ${process.versions.node}; each comparison begins with a round that is not timed`,
);

if (wanted.includes('times')) {
  for (const comparison of comparisons(values.quick)) {
    const series = await runComparison(field, comparison, rounds);
    outcome.add(...comparisonFigures(comparison, series));
  }
}
if (wanted.includes('cells') && !values.quick) outcome.add(...(await perCellFigures(field, rounds ?? 3)));
if (wanted.includes('again') && !values.quick) outcome.add(...(await unchangedFigures(places, promptfoo)));
if (wanted.includes('conclusions') && !values.quick) {
  outcome.add(...blocksFigures(1));
  const { lines, figures } = await concludeForReal(places, promptfoo);
  console.log(lines.join('\n'));
  outcome.add(...figures);
}
outcome.end();
