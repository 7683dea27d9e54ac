import type { Question } from '../plan/question.ts';
import type { Settings } from '../settings.ts';
import type { Outcome } from '../results/outcome.ts';
import { wilson } from '../statistics/interval.ts';
import type { Interval } from '../statistics/interval.ts';
import { seededRandom, shuffled } from '../statistics/seeded-random.ts';
import { decide } from './decide.ts';
import { examine } from './examine.ts';
import type { Samples, TestSamples } from './examine.ts';
import { nextLook } from './next-look.ts';

/** All samples of one arm, which is compared with itself. */
export type Series = {
  readonly question: Question;
  readonly outcomes: readonly Outcome[];
  readonly tests: readonly { readonly test: string; readonly passed: readonly boolean[] }[];
};

/** How often this repository's gate would block although nothing changed. */
export type Calibration = {
  readonly series: number;
  readonly samples: number;
  /** Share of comparisons of an arm with itself that our gate blocks. */
  readonly gate: Interval;
  /** The same for the rule "the head passed less often than the base" with five samples per side. */
  readonly naive: Interval;
};

/**
 * Splits each arm's samples in two many times and compares one half with the other. The rate is over all splits. The
 * interval counts only as many comparisons as can be made when each sample is used once, because splits of the same
 * samples are not independent trials.
 */
export function calibrate(
  series: readonly Series[],
  rules: Pick<Settings, 'decide'> & { readonly splits: number; readonly seed: number },
): Calibration {
  const random = seededRandom(rules.seed);
  const usable = series.filter(({ outcomes }) => outcomes.length >= 10);
  const results = usable.flatMap((each) =>
    Array.from({ length: rules.splits }, () => splitOnce(each, random, rules)),
  );
  const disjoint = usable.reduce((sum, { outcomes }) => sum + Math.floor(outcomes.length / 10), 0);
  const intervalOf = (blocked: (result: Split) => boolean): Interval => {
    const rate = results.filter(blocked).length / Math.max(1, results.length);
    return disjoint === 0 ? { estimate: 0, low: 0, high: 1 } : wilson(rate * disjoint, disjoint);
  };
  return {
    series: usable.length,
    samples: usable.reduce((sum, { outcomes }) => sum + outcomes.length, 0),
    gate: intervalOf(({ isBlocked }) => isBlocked),
    naive: intervalOf(({ isNaivelyBlocked }) => isNaivelyBlocked),
  };
}

type Split = { readonly isBlocked: boolean; readonly isNaivelyBlocked: boolean };

function splitOnce(series: Series, random: () => number, rules: Pick<Settings, 'decide'>): Split {
  const order = shuffled(series.outcomes.length, random);
  const half = Math.floor(order.length / 2);
  const samples = samplesIn(series, order.slice(0, half), order.slice(half, 2 * half));
  const question = series.question;
  const drawn = upToItsStop(samples, question, rules);
  const [verdict] = decide(
    [{ question, samples: drawn, confirmation: { kind: 'not-needed' }, invalidReason: null }],
    rules,
  );
  const passes = (outcomes: readonly Outcome[]): number =>
    outcomes.slice(0, 5).filter(({ kind }) => kind === 'passed').length;
  return {
    isBlocked: verdict?.verdict === 'regressed',
    isNaivelyBlocked: passes(samples.head) < passes(samples.base),
  };
}

function samplesIn(series: Series, base: readonly number[], head: readonly number[]): Samples {
  const pick = <Value>(values: readonly Value[], at: readonly number[]): Value[] =>
    at.flatMap((index) => values.slice(index, index + 1));
  return {
    base: pick(series.outcomes, base),
    head: pick(series.outcomes, head),
    tests: series.tests.map(({ test, passed }): TestSamples => ({
      test,
      base: pick(passed, base),
      head: pick(passed, head),
    })),
  };
}

// The samples that the engine would have drawn before it stopped, look by look.
function upToItsStop(samples: Samples, question: Question, rules: Pick<Settings, 'decide'>): Samples {
  for (const [index, look] of question.looks.entries()) {
    const drawn = {
      base: samples.base.slice(0, look.base),
      head: samples.head.slice(0, look.head),
      tests: samples.tests,
    };
    const { looks, endsFutile } = question;
    const { alpha } = rules.decide;
    const round = { looks, endsFutile, taken: index + 1, alpha, questions: 1 };
    const looking = nextLook(examine(drawn, looks, rules.decide), round);
    if (looking.next === 'stop') return drawn;
  }
  return samples;
}
