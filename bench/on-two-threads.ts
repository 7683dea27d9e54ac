import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Gives the names one by one to two threads of a worker and returns what it answers, by name. How they are shared out
 * changes no figure, because each experiment draws from the seed anew.
 */
export async function onTwoThreads<Answer>(
  worker: URL,
  workerData: unknown,
  names: readonly string[],
): Promise<ReadonlyMap<string, Answer>> {
  const waiting = [...names];
  const results = new Map<string, Answer>();
  const serve = async (): Promise<void> => {
    const thread = new Worker(worker, { workerData });
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      thread.postMessage(name);
      const [answer] = await once(thread, 'message');
      results.set(name, answer);
    }
    await thread.terminate();
  };
  await Promise.all([serve(), serve()]);
  return results;
}
