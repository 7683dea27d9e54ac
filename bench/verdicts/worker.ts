// Runs the experiments it is sent by name and answers with their counts.
import { parentPort, workerData } from 'node:worker_threads';
import { allExperiments } from './experiments.ts';
import { measure } from './measure.ts';

const byName = new Map(allExperiments().map((experiment) => [experiment.name, experiment]));
const seed = Number(workerData);

parentPort?.on('message', (name: string) => {
  const experiment = byName.get(name);
  if (experiment === undefined) throw new Error(`There is no experiment \`${name}\`.`);
  parentPort?.postMessage(measure(experiment, seed));
});
