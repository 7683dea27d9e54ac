// Which words: the real search, check and shrinking with made-up models, held against what they promise.
// `npm run bench:words -- search` runs one part, without a name all of them.
import { parseArgs } from 'node:util';
import { startOutcome } from './outcome.ts';
import { promised } from './verdicts/promise.ts';
import { readSeed } from './verdicts/read-seed.ts';
import { bundleBench } from './words/bundle-bench.ts';
import { mapBench } from './words/map.ts';
import { searchBench } from './words/search-bench.ts';
import { shrinkBench } from './words/shrink.ts';
import type { WordsBench } from './words/words-bench.ts';

const benches: Readonly<Record<string, (seed: number) => Promise<WordsBench>>> = {
  search: searchBench,
  shrink: shrinkBench,
  map: mapBench,
  bundle: bundleBench,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, write: { type: 'boolean' } },
});
const names = positionals.length === 0 ? Object.keys(benches) : positionals;
const seed = readSeed(['--seed', values.seed]);
console.log(`seed ${seed}; figure [95 % interval]; MISSED: the one-sided 99 % interval excludes the bound`);
for (const name of names) {
  const bench = benches[name];
  if (bench === undefined)
    throw new Error(`There is no part \`${name}\`: ${Object.keys(benches).join(', ')}.`);
  const start = performance.now();
  const outcome = startOutcome({ name: `words-${name}`, command: `npm run bench:words -- ${name}`, seed });
  const { judged, planted, shown, printed = [] } = await bench(seed);
  console.log(`\n${name}: judged`);
  outcome.add(...judged.map(promised));
  console.log(`\n${name}: planted faults, which must be missed`);
  outcome.planted(...planted.map(promised));
  console.log(`\n${name}: not judged`);
  outcome.add(...shown);
  for (const { title, lines } of printed) console.log(`\n${name}: ${title}\n${lines.join('\n')}`);
  outcome.end();
  console.log(`\n${name}: took ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
