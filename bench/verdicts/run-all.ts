import { onTwoThreads } from '../on-two-threads.ts';
import type { Experiment } from './experiments.ts';
import type { Counts } from './measure.ts';

/** Runs every experiment and returns the counts by name. */
export async function runAll(
  experiments: readonly Experiment[],
  seed: number,
): Promise<ReadonlyMap<string, Counts>> {
  const names = experiments.map(({ name }) => name);
  return onTwoThreads<Counts>(new URL('./worker.ts', import.meta.url), seed, names);
}
