import type { Question } from '../plan/question.ts';
import { signsWithoutGeneratedCode } from '../results/tampered.ts';
import { testResults } from '../results/test-results.ts';
import { vacuousTests } from '../results/vacuous-tests.ts';
import { tallyOf, type Tally } from '../statistics/tally.ts';
import { futileBelow } from '../statistics/futility.ts';
import { majorityChance, majorityOf } from '../statistics/majority.ts';
import { expectedTests } from './expected-tests.ts';
import type { MeasuredCell, Measurements } from './measurements.ts';
import { cellsDrawn, wholeHeadOf } from './samples-of.ts';

/** Whether a model meets the new requirements: the tests that only the head has. */
export type Requirements = {
  /** `met` and `unmet` are exact claims: the rate of samples that pass all of `tests` is above, or below, one half. */
  readonly verdict: 'met' | 'unmet' | 'undecided';
  /** Anytime p-value of "the rate is one half or more". After Holm's correction it decides about blocking. */
  readonly p: number;
  /** Samples that pass all of the tests, out of all measured samples. */
  readonly passed: number;
  readonly samples: number;
  readonly tests: readonly { readonly test: string; readonly passed: number; readonly failed: number }[];
};

/** Number of tests of a comparison, by the sides on which they exist. */
export type ComparedTests = {
  readonly common: number;
  readonly new: number;
  readonly gone: number;
  /** The common tests whose id changed. */
  readonly moved: number;
  /** The common tests that the suite's verdict leaves out. */
  readonly red: number;
};

/** The tests of the two sides, and the head's result on its own. */
export type TestsOfSides = {
  /** null if nothing is compared. */
  readonly compared: ComparedTests | null;
  /** null if the head has no tests of its own, or if two models are compared instead of two texts. */
  readonly requirements: Requirements | null;
  /** The head judged by all of its tests, including those that only the head has. */
  readonly wholeHead: Tally;
};

/** What the tests of both sides say about a question in addition to its comparison. */
export function testsOfSides(question: Question, measurements: Measurements): TestsOfSides {
  return {
    compared: comparedTests(question, measurements),
    requirements: requirementsOf(question, measurements),
    wholeHead: tallyOf(wholeHeadOf(question, measurements)),
  };
}

/**
 * Judged on the head samples of the comparison; no sample is drawn for it. null if the head has no tests of its own,
 * or if two models are compared instead of two texts.
 */
export function requirementsOf(question: Question, measurements: Measurements): Requirements | null {
  if (question.base === null || question.asks !== 'regression') return null;
  const ids = newTests(question, measurements);
  if (ids.length === 0) return null;
  const results = measuredUpToAGap(cellsDrawn(question, 'head', measurements)).map(
    ({ arm, code, testRun }) => {
      const excused = signsWithoutGeneratedCode(measurements.trees.get(arm.version));
      return testResults({ code, testRun, expected: { ids, skipped: new Set() }, excused });
    },
  );
  const passed = results.map((each) => ids.every((id) => each.get(id) === 'passed'));
  const { fewPassP, mostPassP } = majorityOf(
    passed,
    question.looks.map(({ head }) => head),
  );
  return {
    verdict: wordOf(fewPassP, mostPassP),
    p: fewPassP,
    passed: passed.filter(Boolean).length,
    samples: passed.length,
    tests: ids.map((test) => {
      const count = results.filter((each) => each.get(test) === 'passed').length;
      return { test, passed: count, failed: results.length - count };
    }),
  };
}

/** Whether more samples may decide about new tests that are undecided: those so far all agree. */
export function mayBeDecided(requirements: Requirements | null): boolean {
  if (requirements?.verdict !== 'undecided') return false;
  return requirements.passed === 0 || requirements.passed === requirements.samples;
}

/** Whether more samples may decide about new tests that are undecided, by the rule that ends a comparison as futile. */
export function areWorthSampling(requirements: Requirements | null, looks: Question['looks']): boolean {
  if (requirements?.verdict !== 'undecided') return false;
  const heads = looks.map(({ head }) => head);
  return majorityChance(requirements, heads, level) >= futileBelow;
}

function comparedTests(question: Question, measurements: Measurements): ComparedTests | null {
  const { base, head, shared, moved, red } = expectedTests(question, measurements);
  if (base === null || shared.ids.length + base.ids.length + head.ids.length === 0) return null;
  const common = new Set(shared.ids);
  const others = (ids: readonly string[]): number => ids.filter((id) => !common.has(id)).length;
  const isCommon = (id: string): boolean => common.has(id);
  return {
    common: common.size,
    new: others(head.ids),
    gone: others(base.ids),
    moved: [...moved.values()].filter(isCommon).length,
    red: red.length,
  };
}

// An error of 5 % in each direction, at a rate of one half (as the result file documents it).
const level = 0.05;

function wordOf(fewPassP: number, mostPassP: number): Requirements['verdict'] {
  if (fewPassP <= level) return mostPassP <= level ? 'undecided' : 'unmet';
  return mostPassP <= level ? 'met' : 'undecided';
}

// A test that passes without generated code, or that the commit itself skips, requires nothing of a model.
function newTests(question: Question, measurements: Measurements): readonly string[] {
  const { head, shared } = expectedTests(question, measurements);
  const trees = measurements.trees.get(question.head.version);
  const vacuous = trees === undefined ? new Set<string>() : vacuousTests(trees);
  const common = new Set(shared.ids);
  return head.ids.filter((id) => !common.has(id) && !vacuous.has(id) && !head.skipped.has(id));
}

function measuredUpToAGap(cells: readonly MeasuredCell[]): readonly MeasuredCell[] {
  const gap = cells.findIndex(
    ({ code, testRun }) => code.kind === 'unmeasured' || testRun?.run.end.kind === 'cancelled',
  );
  return gap < 0 ? cells : cells.slice(0, gap);
}
