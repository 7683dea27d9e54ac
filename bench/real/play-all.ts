import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { allExperiments } from './experiments.ts';
import type { Counts } from './play.ts';
import type { Sizes } from './situations.ts';

/** Finds the counts of an experiment by its name. */
export type CountsOf = (name: string) => Counts;

/** Plays every experiment on two threads; how they are shared out changes no figure. */
export async function playAll(given: {
  readonly file: string;
  readonly seed: number;
  readonly sizes: Sizes;
}): Promise<CountsOf> {
  const waiting = allExperiments().map(({ name }) => name);
  const results = new Map<string, Counts>();
  const serve = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: given });
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      worker.postMessage(name);
      const [counts] = await once(worker, 'message');
      results.set(name, counts);
    }
    await worker.terminate();
  };
  await Promise.all([serve(), serve()]);
  return (name) => {
    const counts = results.get(name);
    if (counts === undefined) throw new Error(`There is no experiment \`${name}\`.`);
    return counts;
  };
}
