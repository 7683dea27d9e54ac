import { priorOf } from '../../src/core/blame/prior.ts';
import { searchState } from '../../src/core/blame/search.ts';
import type { Check } from '../../src/core/blame/found-words.ts';
import { randomOf, type Random } from '../verdicts/random.ts';
import { detected } from './detect.ts';
import { eachEnough, oneCause, twoNeeded, type Habit } from './habits.ts';
import { madeChange, type MadeChange } from './made-change.ts';
import { playCheck, playSearch, type Played, type Searcher } from './play-search.ts';
import { baseRate, casesEach, largeCap, smallCap, type SearchExperiment } from './search-experiments.ts';

/** What the searches of one experiment came to, by case. */
export type SearchCase = {
  readonly atLargeCap: SearchEnd;
  readonly atSmallCap: SearchEnd;
  /** Of the part found at the large cap; null = none was found. */
  readonly check: Check | null;
};

export type SearchEnd = {
  readonly samples: number;
  readonly isFound: boolean;
  /** The most probable part is the cause. */
  readonly isRight: boolean;
  /** The credible set holds the cause, and how many parts it has. */
  readonly isLikely: boolean;
  readonly likely: number;
};

/** Runs an experiment; the same seed gives the same cases, whatever else is run. */
export function measureSearch(experiment: SearchExperiment, seed: number): readonly SearchCase[] {
  // The prior and the faults are left out, so that searches which differ in them meet the same changes.
  const { start, parts, head, habits } = experiment;
  const stream = Array.from([start, parts, head, habits].join(' ')).reduce(
    (hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193),
    0x811c9dc5,
  );
  const random = randomOf(seed, stream);
  return Array.from({ length: casesEach }, (_, index) => caseOf(experiment, index, random));
}

const habitsOf: Readonly<Record<SearchExperiment['habits'], readonly Habit[]>> = {
  'one-cause': oneCause,
  'two-needed': twoNeeded,
  'each-enough': eachEnough,
};

function caseOf(experiment: SearchExperiment, index: number, random: Random): SearchCase {
  const all = habitsOf[experiment.habits];
  const habit = all[index % all.length];
  if (habit === undefined) throw new Error('An experiment needs a habit.');
  const change = madeChange(habit, experiment.parts, random);
  const rates = { base: baseRate, head: experiment.head };
  const seen = detected(experiment.start, rates, random);
  // A stream of its own, because searches take different numbers of samples.
  const own = randomOf(Math.floor(random() * 2 ** 32), index);
  const { atEnd, atSmallCap } = playSearch(
    { prior: priorFor(change, experiment), detected: seen, most: largeCap },
    { cause: change.cause, rates, smallCap },
    { random: own, searcher: searchers[experiment.fault] },
  );
  const atLargeCap = endOf(atEnd, change);
  const part = atEnd.state.likely[0];
  return {
    atLargeCap,
    atSmallCap: endOf(atSmallCap, change),
    check:
      atLargeCap.isFound && part !== undefined
        ? playCheck({ detected: seen, searched: atEnd.state.counted }, { change, part, rates }, own)
        : null,
  };
}

const brokenTest = 'test/duration.test.mjs > rounds halves to the nearest minute';

function priorFor({ cut, cause }: MadeChange, { prior, fault }: SearchExperiment): readonly number[] {
  if (prior === 'even') return cut.parts.map(() => 1);
  if (prior === 'own') return priorOf(cut.parts, [brokenTest]);
  // All other parts get the largest weight that the rule can give and the cause the smallest: nothing can be worse.
  const [least, most] = fault === 'far-too-sure-prior' ? [1, 100] : extremeWeights();
  return cut.parts.map((_, part) => (part === cause ? least : most));
}

function extremeWeights(): readonly [number, number] {
  const part = { id: '', file: '', lines: [1, 1], absent: '' } as const;
  const weights = priorOf(
    [
      { ...part, kind: 'wording', present: 'unlike' },
      { ...part, kind: 'requirement', present: 'nearest minute' },
    ],
    [brokenTest],
  );
  return [weights[0] ?? 0, weights[1] ?? 0];
}

const searchers: Readonly<Record<SearchExperiment['fault'], Searcher>> = {
  none: searchState,
  'far-too-sure-prior': searchState,
  // Takes each sample for two.
  'counts-twice': (start, samples) =>
    searchState(
      { ...start, most: 2 * start.most },
      samples.flatMap((sample) => [sample, sample]),
    ),
  // Draws the next text instead of choosing it.
  'asks-anywhere': (start, samples, random) => {
    const state = searchState(start, samples);
    const anywhere = Math.floor(random() * (start.prior.length + 1));
    return state.kind === 'sample' ? { ...state, prefix: anywhere } : state;
  },
};

function endOf({ state, samples }: Played, { cause }: MadeChange): SearchEnd {
  return {
    samples,
    isFound: state.kind === 'settled' && state.end === 'found',
    isRight: state.likely[0] === cause,
    isLikely: state.likely.includes(cause),
    likely: state.likely.length,
  };
}
