// Runs the experiments it is sent by name and answers with their counts.
import { serveExperiments } from '../serve-experiments.ts';
import { allExperiments } from './experiments.ts';
import { measure } from './measure.ts';

serveExperiments(allExperiments(), (experiment, seed) => measure(experiment, Number(seed)));
