import type { Sums } from '../verdicts/figure.ts';
import { fisherAlarm, naiveAlarm } from '../verdicts/naive.ts';
import { randomOf } from '../verdicts/random.ts';
import { drawOf, longestStreams, walk } from '../verdicts/walk.ts';
import type { Experiment } from './experiments.ts';
import type { Grid } from './grid.ts';
import { runsOf } from './situations.ts';
import type { ArmPair, Sizes } from './situations.ts';
import { streamsOf } from './streams.ts';

/** Results of the runs of one experiment. */
export type Counts = {
  readonly runs: number;
  /** Runs in which some question was called regressed. */
  readonly regressed: number;
  /** Runs whose first question was called held, and improved. */
  readonly held: number;
  readonly improved: number;
  /** Runs in which some question alarms the two common rules with five samples an arm. */
  readonly naive: number;
  readonly fisher: number;
  /** Generations of a question. */
  readonly calls: Sums;
};

/** Ten answers an arm: what the recorded answers themselves can be compared on. */
const leastRecorded = 10;

/** Plays an experiment with the shipped decisions; the same seed gives the same counts. */
export function play(
  experiment: Experiment,
  of: { readonly grid: Grid; readonly sizes: Sizes; readonly seed: number },
): Counts {
  const { situation, drawing, protocol } = experiment;
  const random = randomOf(of.seed, streamNumber(experiment.name));
  const draw = drawOf(protocol);
  const lengths = longestStreams(draw);
  const counts = { runs: 0, regressed: 0, held: 0, improved: 0, naive: 0, fisher: 0 };
  const calls = { count: 0, sum: 0, squares: 0 };
  for (const pairs of runsOf(situation, { ...of, random })) {
    if (drawing === 'recorded' && !pairs.every(hasEnough)) continue;
    const streams = pairs.map((pair) => streamsOf(pair, drawing, { lengths, random }));
    const walked = walk(streams, draw, protocol);
    const words = walked.map(({ verdict }) => verdict.verdict);
    counts.runs += 1;
    counts.regressed += Number(words.includes('regressed'));
    counts.held += Number(words[0] === 'held');
    counts.improved += Number(words[0] === 'improved');
    counts.naive += Number(streams.some(naiveAlarm));
    counts.fisher += Number(streams.some(fisherAlarm));
    for (const { spent } of walked) add(calls, spent.head + spent.base + spent.fresh);
  }
  return { ...counts, calls };
}

function hasEnough({ base, head }: ArmPair): boolean {
  return base.passed.length >= leastRecorded && head.passed.length >= leastRecorded;
}

function add(sums: { count: number; sum: number; squares: number }, value: number): void {
  sums.count += 1;
  sums.sum += value;
  sums.squares += value * value;
}

// A figure must not change because another one was added.
function streamNumber(name: string): number {
  return Array.from(name).reduce(
    (hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
}
