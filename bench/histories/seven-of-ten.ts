import { seededRandom } from '../../src/core/statistics/seeded-random.ts';
import { drawOf, longestStreams, walk } from '../verdicts/walk.ts';
import type { Protocol, Streams } from '../verdicts/walk.ts';
import { directions, sidesOf } from './history.ts';
import type { Direction, History } from './history.ts';
import { truthOf, type Passes, type RunSuite } from './truth.ts';

/** How often a model that is right 7 times in 10, on both sides, was called worse, and how often it had an answer. */
export type SevenOfTen = {
  readonly runs: number;
  /** Runs in which at least one question was called regressed. */
  readonly falselyRegressed: number;
  readonly questions: number;
  /** How often each verdict was given. */
  readonly words: ReadonlyMap<string, number>;
};

/**
 * The recorded runs of every pull request of one direction on which a model that follows the text holds: how many tests
 * the right code passes on both sides.
 */
export function recordedOf(
  histories: readonly History[],
  direction: Direction,
  run: RunSuite,
): readonly number[] {
  return histories.flatMap((history) => {
    if (truthOf(history, { direction, behaviour: 'follows' }, run).verdict !== 'held') return [];
    const sides = sidesOf(history, direction);
    const on = (side: 'base' | 'head'): Passes =>
      run({ tests: sides[side].tests, code: sides[side].code, test: history.test });
    const head = on('head');
    return [[...on('base')].filter(([test, passes]) => passes && head.get(test) === true).length];
  });
}

/** Many runs over all directions; in each run every pull request of a direction is one question. */
export function sevenOfTen(
  recorded: ReadonlyMap<Direction, readonly number[]>,
  of: { readonly seeds: number; readonly seed: number; readonly right: Rates },
): SevenOfTen {
  const random = seededRandom(of.seed);
  const draw = drawOf(protocol);
  const words = new Map<string, number>();
  let [runs, falselyRegressed, questions] = [0, 0, 0];
  for (const direction of directions) {
    const pulls = recorded.get(direction) ?? [];
    if (pulls.length === 0) continue;
    for (let seed = 0; seed < of.seeds; seed += 1) {
      const streams = pulls.map((tests) =>
        streamsOf(tests, { random, lengths: longestStreams(draw), ...of }),
      );
      const verdicts = walk(streams, draw, protocol).map(({ verdict }) => verdict.verdict);
      runs += 1;
      questions += verdicts.length;
      if (verdicts.includes('regressed')) falselyRegressed += 1;
      for (const word of verdicts) words.set(word, (words.get(word) ?? 0) + 1);
    }
  }
  return { runs, falselyRegressed, questions, words };
}

/** How often each side is right. */
export type Rates = { readonly base: number; readonly head: number };

// Wrong code is one that cannot be loaded: it fails every test, on both sides alike.
function streamsOf(
  tests: number,
  of: {
    readonly random: () => number;
    readonly lengths: { readonly base: number; readonly head: number };
    readonly right: Rates;
  },
): Streams {
  const side = (length: number, rate: number): Streams['base'] => {
    const right = Array.from({ length }, () => of.random() < rate);
    return { suite: right, tests: Array.from({ length: tests }, () => right) };
  };
  return { base: side(of.lengths.base, of.right.base), head: side(of.lengths.head, of.right.head) };
}

// As shipped.
const protocol: Protocol = {
  looks: [3, 5, 8, 12],
  stored: 0,
  confirm: 5,
  decide: { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 },
  seesTests: true,
};
