// Runs the experiments of the search that it is sent by name and answers with their cases.
import { parentPort, workerData } from 'node:worker_threads';
import { measureSearch } from './measure-search.ts';
import { searchExperiments } from './search-experiments.ts';

const byName = new Map(searchExperiments().map((experiment) => [experiment.name, experiment]));
const seed = Number(workerData);

parentPort?.on('message', (name: string) => {
  const experiment = byName.get(name);
  if (experiment === undefined) throw new Error(`There is no experiment \`${name}\`.`);
  parentPort?.postMessage(measureSearch(experiment, seed));
});
