import { drawStream } from './behaviour.ts';
import type { Pair, Stream } from './behaviour.ts';
import type { Experiment } from './experiments.ts';
import type { Sums } from './figure.ts';
import { fisherAlarm, naiveAlarm } from './naive.ts';
import { randomOf } from './random.ts';
import type { Random } from './random.ts';
import { drawOf, longestStreams, walk } from './walk.ts';
import type { Streams, Walked } from './walk.ts';

/** Results of the runs of one experiment. */
export type Counts = {
  readonly runs: number;
  /** Runs in which some cell regressed. */
  readonly blocked: number;
  /** Runs in which the first cell regressed. */
  readonly found: number;
  /** Runs in which the first cell was called held. */
  readonly held: number;
  /** Runs whose first cell's base was seen to pass less often than the drop to be found, and those held among them. */
  readonly weak: number;
  readonly weakHeld: number;
  /** Runs in which some cell alarms five samples an arm. */
  readonly naive: number;
  readonly fisher: number;
  /** Generations a cell: of the head, and of both arms together. */
  readonly head: Sums;
  readonly both: Sums;
};

/** Runs an experiment; the same seed gives the same counts. */
export function measure(experiment: Experiment, seed: number): Counts {
  const random = randomOf(seed, streamNumber(experiment.name));
  const draw = drawOf(experiment.protocol);
  const { drop } = experiment.protocol.decide;
  // Each run is reduced to counts at once: all outcomes of a bench would not fit into memory.
  const runs = Array.from({ length: experiment.runs }, () => {
    const streams = streamsOf(experiment, longestStreams(draw), random);
    return runOf(streams, walk(streams, draw, experiment.protocol), drop);
  });
  return countsOf(runs);
}

// A figure must not change because another one was added.
function streamNumber(name: string): number {
  return Array.from(name).reduce(
    (hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
}

function streamsOf(
  { cells, first, others, isLucky, protocol }: Experiment,
  length: { readonly base: number; readonly head: number },
  random: Random,
): Streams[] {
  const drawn = ({ base, head }: Pair): Streams => ({
    base: lucky(drawStream(base, length.base, random), isLucky ? protocol.stored : 0),
    head: drawStream(head, length.head, random),
  });
  return Array.from({ length: cells }, (_, cell) => drawn(cell === 0 ? pick(first, random) : others));
}

function lucky(base: Stream, stored: number): Stream {
  const row = (passes: readonly boolean[]): boolean[] =>
    passes.map((passed, sample) => passed || sample < stored);
  return stored === 0 ? base : { suite: row(base.suite), tests: base.tests.map(row) };
}

function pick(first: Experiment['first'], random: Random): Pair {
  let left = random();
  const picked = first.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  const pair = (picked ?? first.at(-1))?.pair;
  if (pair === undefined) throw new Error('An experiment needs a first cell.');
  return pair;
}

/** One run, reduced to its counts. */
type Run = Readonly<Record<'blocked' | 'found' | 'held' | 'weak' | 'naive' | 'fisher', boolean>> &
  Readonly<Record<'head' | 'both', number>>;

function runOf(streams: readonly Streams[], walked: readonly Walked[], drop: number): Run {
  const word = walked[0]?.verdict.verdict;
  const mean = (of: (each: Walked) => number): number =>
    walked.reduce((sum, each) => sum + of(each), 0) / walked.length;
  return {
    blocked: walked.some(({ verdict }) => verdict.verdict === 'regressed'),
    found: word === 'regressed',
    held: word === 'held',
    weak: seenBaseRate(walked[0]) < drop,
    naive: streams.some(naiveAlarm),
    fisher: streams.some(fisherAlarm),
    head: mean(({ spent }) => spent.head),
    both: mean(({ spent }) => spent.head + spent.base + spent.fresh),
  };
}

function seenBaseRate(walked: Walked | undefined): number {
  const base = walked?.verdict.base;
  return base === null || base === undefined ? 1 : base.passed / (base.passed + base.failed);
}

function countsOf(runs: readonly Run[]): Counts {
  const count = (holds: (run: Run) => boolean): number => runs.filter(holds).length;
  return {
    runs: runs.length,
    blocked: count(({ blocked }) => blocked),
    found: count(({ found }) => found),
    held: count(({ held }) => held),
    weak: count(({ weak }) => weak),
    weakHeld: count(({ weak, held }) => weak && held),
    naive: count(({ naive }) => naive),
    fisher: count(({ fisher }) => fisher),
    head: sumsOf(runs.map(({ head }) => head)),
    both: sumsOf(runs.map(({ both }) => both)),
  };
}

function sumsOf(values: readonly number[]): Sums {
  return {
    count: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    squares: values.reduce((sum, value) => sum + value * value, 0),
  };
}
