// Runs the experiments of the search that it is sent by name and answers with their cases.
import { serveExperiments } from '../serve-experiments.ts';
import { measureSearch } from './measure-search.ts';
import { searchExperiments } from './search-experiments.ts';

serveExperiments(searchExperiments(), (experiment, seed) => measureSearch(experiment, Number(seed)));
