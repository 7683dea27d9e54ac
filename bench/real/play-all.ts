import { onTwoThreads } from '../on-two-threads.ts';
import { allExperiments } from './experiments.ts';
import type { Counts } from './play.ts';
import type { Sizes } from './situations.ts';

/** Finds the counts of an experiment by its name. */
export type CountsOf = (name: string) => Counts;

/** Plays every experiment. */
export async function playAll(given: {
  readonly file: string;
  readonly seed: number;
  readonly sizes: Sizes;
}): Promise<CountsOf> {
  const names = allExperiments().map(({ name }) => name);
  const results = await onTwoThreads<Counts>(new URL('./worker.ts', import.meta.url), given, names);
  return (name) => {
    const counts = results.get(name);
    if (counts === undefined) throw new Error(`There is no experiment \`${name}\`.`);
    return counts;
  };
}
