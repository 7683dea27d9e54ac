import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Experiment } from './experiments.ts';
import type { Counts } from './measure.ts';

/** Runs every experiment on two threads and returns the counts by name; how they are shared out changes no figure. */
export async function runAll(
  experiments: readonly Experiment[],
  seed: number,
): Promise<ReadonlyMap<string, Counts>> {
  const waiting = experiments.map(({ name }) => name);
  const results = new Map<string, Counts>();
  const serve = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: seed });
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      worker.postMessage(name);
      const [counts] = await once(worker, 'message');
      results.set(name, counts);
    }
    await worker.terminate();
  };
  await Promise.all([serve(), serve()]);
  return results;
}
