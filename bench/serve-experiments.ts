import { parentPort, workerData } from 'node:worker_threads';

/**
 * The other end of `onTwoThreads`, for the file of a worker: answers each name that it is sent with what the experiment of
 * that name gives, which also gets what the worker was started with. Throws if there is no such experiment.
 */
export function serveExperiments<Experiment extends { readonly name: string }>(
  experiments: readonly Experiment[],
  answer: (experiment: Experiment, startedWith: unknown) => unknown,
): void {
  const byName = new Map(experiments.map((experiment) => [experiment.name, experiment] as const));
  parentPort?.on('message', (name: string) => {
    const experiment = byName.get(name);
    if (experiment === undefined) throw new Error(`There is no experiment \`${name}\`.`);
    parentPort?.postMessage(answer(experiment, workerData));
  });
}
