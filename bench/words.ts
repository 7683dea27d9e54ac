// Which words: the real search, check and shrinking with made-up models, held against what they promise.
// `npm run bench:words -- search` runs one part, without a name all of them.
import { parseArgs } from 'node:util';
import { fallsShort } from './verdicts/lines.ts';
import { lineText } from './verdicts/print.ts';
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
  options: { seed: { type: 'string', default: '1' } },
});
const names = positionals.length === 0 ? Object.keys(benches) : positionals;
const seed = readSeed(['--seed', values.seed]);
console.log(`seed ${seed}; figure [95 % interval]; SHORT: the one-sided 99 % interval excludes the bound`);
for (const name of names) {
  const bench = benches[name];
  if (bench === undefined)
    throw new Error(`There is no part \`${name}\`: ${Object.keys(benches).join(', ')}.`);
  const start = performance.now();
  const { judged, planted, printed } = await bench(seed);
  const short = judged.filter(fallsShort);
  const survived = planted.filter((line) => !fallsShort(line));
  section(`${name}: judged`, judged.map(lineText));
  section(`${name}: planted faults, which must fall short`, planted.map(lineText));
  for (const { title, lines } of printed) section(`${name}, printed, not judged: ${title}`, lines);
  console.log(
    `\n${name}: ${judged.length - short.length} of ${judged.length} promises kept, ` +
      `${planted.length - survived.length} of ${planted.length} planted faults found, ` +
      `${((performance.now() - start) / 1000).toFixed(0)} s`,
  );
  if (short.length > 0 || survived.length > 0) process.exitCode = 1;
}

function section(title: string, lines: readonly string[]): void {
  console.log(`\n${title}\n${lines.join('\n')}`);
}
