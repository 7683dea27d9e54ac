// Runs the experiments of shrink that it is sent by name and answers with their counts.
import { serveExperiments } from '../serve-experiments.ts';
import { countRuns, runsEach, shrinkExperiments } from './shrink.ts';

serveExperiments(shrinkExperiments, (experiment, seed) =>
  countRuns(experiment, { seed: Number(seed), runs: runsEach }),
);
