// Plays the experiments it is sent by name and answers with their counts.
import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import * as z from 'zod';
import { serveExperiments } from '../serve-experiments.ts';
import { allExperiments } from './experiments.ts';
import { gridOf } from './grid.ts';
import { play } from './play.ts';
import { readOutcomes } from './read-outcomes.ts';

const given = z.object({
  file: z.string(),
  seed: z.number(),
  sizes: z.object({ runs: z.number(), draws: z.number() }),
});
const { file, seed, sizes } = given.parse(workerData);
const grid = gridOf(readOutcomes(readFileSync(file, 'utf8')).arms);

serveExperiments(allExperiments(), (experiment) => play(experiment, { grid, sizes, seed }));
