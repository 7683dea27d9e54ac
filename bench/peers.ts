// The same work in promptfoo, in our check and in plain Node: time, processor, memory, calls, and what each can conclude.
import { parseArgs } from 'node:util';
import { startOutcome } from './outcome.ts';
import { comparisons, runBeside, runComparison } from './peers/comparisons.ts';
import { blocksFigures, concludeForReal } from './peers/conclude.ts';
import { perCellFigures } from './peers/per-cell.ts';
import { makePlaces } from './peers/places.ts';
import { installedVersion, installPromptfoo } from './peers/promptfoo.ts';
import { unchangedFigures } from './peers/unchanged.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string' },
    write: { type: 'boolean' },
  },
});
const parts = [...comparisons.map(({ id }) => id), 'beside', 'cells', 'again', 'conclusions'];
const wanted = values.quick ? parts.slice(0, 1) : (values.only?.split(',') ?? parts);
const strange = wanted.find((part) => !parts.includes(part));
if (strange !== undefined) throw new Error(`--only takes ${parts.join(', ')}, not \`${strange}\`.`);
const isWhole = wanted.length === parts.length;
const rounds = readRounds(values.rounds ?? (values.quick ? '3' : undefined));

function readRounds(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new Error(`--rounds takes a whole number from 1 to 99, not \`${text}\`.`);
}

const promptfoo = await installPromptfoo();
const version = await installedVersion(promptfoo);
const outcome = startOutcome({
  // Parts that are measured by themselves are stored by themselves.
  name: ['peers', ...(isWhole ? [] : wanted)].join('-'),
  command: `npm run bench:peers${isWhole ? '' : ` -- --only ${wanted.join(',')}`}`,
  seed: 1,
  versions: { promptfoo: version },
});
await using places = await makePlaces();
const field = { places, promptfoo };
console.log(`promptfoo ${version}, Node ${process.versions.node}; round 0 looks at memory and is not timed`);

for (const comparison of comparisons)
  if (wanted.includes(comparison.id)) outcome.add(...(await runComparison(field, comparison, rounds)));
if (wanted.includes('beside')) outcome.add(...(await runBeside(field, rounds)));
if (wanted.includes('cells')) outcome.add(...(await perCellFigures(field, rounds ?? 3)));
if (wanted.includes('again')) outcome.add(...(await unchangedFigures(places, promptfoo)));
if (wanted.includes('conclusions')) {
  outcome.add(...blocksFigures(1));
  const { lines, figures } = await concludeForReal(places, promptfoo);
  console.log(lines.join('\n'));
  outcome.add(...figures);
}
outcome.end();
