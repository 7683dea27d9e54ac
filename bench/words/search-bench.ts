import { onTwoThreads } from '../on-two-threads.ts';
import type { SearchCase } from './measure-search.ts';
import { searchExperiments } from './search-experiments.ts';
import { explanationsTable, judgedLines, plantedLines, shownFigures } from './search-lines.ts';
import type { CasesOf } from './search-lines.ts';
import type { WordsBench } from './words-bench.ts';

/** The search for the part of a change that broke the tests, and its check, on made-up models. */
export async function searchBench(seed: number): Promise<WordsBench> {
  const results = await onTwoThreads<readonly SearchCase[]>(
    new URL('./search-worker.ts', import.meta.url),
    seed,
    searchExperiments().map(({ name }) => name),
  );
  const casesOf: CasesOf = ({ name }) => {
    const cases = results.get(name);
    if (cases === undefined) throw new Error(`There is no experiment \`${name}\`.`);
    return cases;
  };
  return {
    judged: judgedLines(casesOf),
    planted: plantedLines(casesOf),
    shown: shownFigures(casesOf),
    printed: [{ title: 'what the check says of the part that was found', lines: explanationsTable(casesOf) }],
  };
}
