// Runs the experiments of shrink that it is sent by name and answers with their counts.
import { parentPort, workerData } from 'node:worker_threads';
import { countRuns, runsEach, shrinkExperiments } from './shrink.ts';

parentPort?.on('message', (name: string) => {
  const experiment = shrinkExperiments.find((each) => each.name === name);
  if (experiment === undefined) throw new Error(`There is no experiment \`${name}\`.`);
  parentPort?.postMessage(countRuns(experiment, { seed: Number(workerData), runs: runsEach }));
});
