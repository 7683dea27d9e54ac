import type { Outcome } from '../results/outcome.ts';
import { decisionChance, isTooWeak } from '../statistics/decision-chance.ts';
import type { ClaimRules } from '../statistics/decision-chance.ts';
import { futileBelow } from '../statistics/futility.ts';
import { falseAlarmRate } from '../statistics/gate.ts';
import { isRuledOut } from '../statistics/ruled-out.ts';
import type { Look, Passes, SamplingPlan } from '../statistics/sampling-plan.ts';
import { swapped, withoutShort } from '../statistics/sampling-plan.ts';
import { passesAt, strongestEvidence } from '../statistics/series.ts';
import type { Series } from '../statistics/series.ts';

/** Outcomes of both arms in the order of their sample numbers. A missing or unmeasured sample ends the looks. */
export type Samples = {
  readonly base: readonly Outcome[];
  readonly head: readonly Outcome[];
  /** Whether each test passed in each of these samples. Only tests that both sides have and that depend on the code. */
  readonly tests: readonly TestSamples[];
};

/** One test over the samples of both arms, in the same order. */
export type TestSamples = {
  readonly test: string;
  readonly base: readonly boolean[];
  readonly head: readonly boolean[];
  /** Whether it ran in each sample of the head; missing = it did in all. */
  readonly headRan?: readonly boolean[];
};

/** The evidence of one test on its own, before the correction for the number of tests. */
export type TestEvidence = {
  readonly test: string;
  readonly p: number;
  readonly drop: number;
  /**
   * The same if the test had passed wherever it did not run. A test behind an endless loop passes less often, but
   * nothing shows that it is broken.
   */
  readonly whereItRan: { readonly p: number; readonly drop: number };
};

/** What the looks so far say about one question, before any correction over questions. */
export type Examination = {
  /** Number of looks at which every planned sample was measured. */
  readonly looks: number;
  /** Anytime p-value of "head does worse", over both endpoints: 2 · min(P_suite, T · min P_test), at most 1. */
  readonly p: number;
  /**
   * The same with the arms exchanged: evidence of an improvement. Only a label, never a reason to stop. 1 where a drop is
   * ruled out for each test, because then that is said.
   */
  readonly improvedP: number;
  /** The base passes less often than the drop to be found, so the suite cannot show it; only the tests can. */
  readonly baseTooWeak: boolean;
  /**
   * Drops of `drop` or more are ruled out, and neither the suite nor a test is suspicious. With `everyTest` they are ruled
   * out for each test too.
   */
  readonly clean: boolean;
  /** Nothing is decided, and hardly any further samples up to the last look could: a chance below `futileBelow`. */
  readonly isFutile: boolean;
  /** Not one of 20 base samples or more passed, nor one of the head, nor any test in any of them. */
  readonly nothingPassed: boolean;
  /** Tests that pass less often on head, the most certain first. */
  readonly tests: readonly TestEvidence[];
  /** Counts at the last look taken; null before the first. */
  readonly at: { readonly look: Look; readonly passes: Passes } | null;
};

/** Reads a question's samples at each look of its plan. Arrival order cannot matter: looks are prefixes. */
export function examine(samples: Samples, plan: SamplingPlan, decide: ClaimRules): Examination {
  const taken = looksTaken(samples, plan);
  const look = taken.at(-1);
  if (look === undefined) return unexamined;
  const suite = { base: samples.base.map(isPass), head: samples.head.map(isPass) };
  const passes = passesAt(suite, look);
  const baseTooWeak = isTooWeak(passes, look, decide.drop);
  const suiteP = falseAlarmRate(plan, strongestEvidence(suite, taken));
  const tests = testEvidence(samples.tests, { plan, taken, look });
  const bestTestP = Math.min(1, ...tests.map(({ p }) => p));
  // A suspicion rules out a clean result.
  const isUnsuspected = suiteP > 0.05 && bestTestP > 0.05;
  const clean =
    !baseTooWeak && isUnsuspected && isRuledOut({ plan, look, passes, tests: samples.tests }, decide);
  const found = {
    looks: taken.length,
    p: cellP(baseTooWeak ? 1 : suiteP, bestTestP, samples.tests.length),
    // An improvement of one test says nothing about another one: that nothing was lost says more.
    improvedP: decide.everyTest === true && clean ? 1 : improvementP(samples, taken, plan),
    clean,
  };
  const isOpen = Math.min(found.p, found.improvedP) > decide.alpha && !found.clean;
  return {
    ...found,
    baseTooWeak,
    ...(isOpen ? outlook(samples, { plan, taken, look, passes }, decide) : decidedOutlook),
    tests,
    at: { look, passes },
  };
}

/** The looks of a plan at which every planned sample was measured. */
export function looksTaken(samples: Pick<Samples, 'base' | 'head'>, plan: SamplingPlan): readonly Look[] {
  return plan.filter((look) => isMeasured(samples.base, look.base) && isMeasured(samples.head, look.head));
}

type Outlook = Pick<Examination, 'isFutile' | 'nothingPassed'>;

const decidedOutlook: Outlook = { isFutile: false, nothingPassed: false };

const unexamined: Examination = {
  looks: 0,
  p: 1,
  improvedP: 1,
  baseTooWeak: false,
  clean: false,
  ...decidedOutlook,
  tests: [],
  at: null,
};

function outlook(samples: Samples, at: Taken & { readonly passes: Passes }, decide: ClaimRules): Outlook {
  const { plan, taken, look, passes } = at;
  if (!mayGoOn(taken, plan)) return decidedOutlook;
  const tests = samples.tests.map((series) => passesAt(series, look));
  return {
    isFutile: decisionChance({ plan, index: taken.length - 1, suite: passes, tests }, decide) < futileBelow,
    nothingPassed: isDeadBase(look) && [passes, ...tests].every(isNone),
  };
}

// With three samples of a side so little is known that a stop would lose up to four points of power.
function mayGoOn(taken: readonly Look[], plan: SamplingPlan): boolean {
  return taken.at(-1)?.short !== true && withoutShort(taken).length >= 2 && taken.length < plan.length;
}

// Beside 40 base samples two passes of the head would already show an improvement, and a stop would lose seven points.
function isDeadBase({ base }: Look): boolean {
  return base >= 20 && base < 40;
}

function isNone({ base, head }: Passes): boolean {
  return base + head === 0;
}

// Each endpoint gets half of alpha; the tests share theirs by Bonferroni.
function cellP(suiteP: number, bestTestP: number, tests: number): number {
  return Math.min(1, 2 * Math.min(suiteP, tests === 0 ? 1 : tests * bestTestP));
}

/** A plan, the looks that were taken of it, and the last of them. */
type Taken = { readonly plan: SamplingPlan; readonly taken: readonly Look[]; readonly look: Look };

function testEvidence(tests: readonly TestSamples[], at: Taken): TestEvidence[] {
  return tests
    .flatMap((series) => {
      const found = dropOf(series, at);
      if (found === null) return [];
      const { headRan } = series;
      const whereItRan =
        headRan === undefined || headRan.every(Boolean)
          ? found
          : dropOf(
              { ...series, head: series.head.map((each, index) => each || headRan[index] === false) },
              at,
            );
      return [{ test: series.test, ...found, whereItRan: whereItRan ?? { p: 1, drop: 0 } }];
    })
    .toSorted((one, other) => one.p - other.p || other.drop - one.drop);
}

function dropOf(series: Series, at: Taken): { readonly p: number; readonly drop: number } | null {
  const evidence = strongestEvidence(series, at.taken);
  if (evidence <= 0) return null;
  const { base, head } = passesAt(series, at.look);
  return { p: falseAlarmRate(at.plan, evidence), drop: base / at.look.base - head / at.look.head };
}

function improvementP(samples: Samples, taken: readonly Look[], plan: SamplingPlan): number {
  const turned = swapped(plan);
  const looks = swapped(taken);
  const pOf = (series: Series): number =>
    falseAlarmRate(turned, strongestEvidence({ base: series.head, head: series.base }, looks));
  const suiteP = pOf({ base: samples.base.map(isPass), head: samples.head.map(isPass) });
  return cellP(suiteP, Math.min(1, ...samples.tests.map(pOf)), samples.tests.length);
}

function isMeasured(outcomes: readonly Outcome[], count: number): boolean {
  const planned = outcomes.slice(0, count);
  return planned.length === count && planned.every((outcome) => outcome.kind !== 'unmeasured');
}

function isPass(outcome: Outcome): boolean {
  return outcome.kind === 'passed';
}
