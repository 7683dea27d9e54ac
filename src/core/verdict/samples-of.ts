import type { MeasuredCell, Measurements, TreeRuns } from '../plan/measurements.ts';
import type { Question } from '../plan/plan.ts';
import { inventoryOf, sharedInventory } from '../results/inventory.ts';
import type { Inventory } from '../results/inventory.ts';
import { outcomeOf } from '../results/judge-cell.ts';
import type { Outcome } from '../results/outcome.ts';
import { isRed } from '../results/red-repository.ts';
import type { TestRun } from '../results/test-report.ts';
import { testResults } from '../results/test-results.ts';
import type { TestResult } from '../results/test-results.ts';
import { vacuousTests } from '../results/vacuous-tests.ts';
import type { SpecVersion } from '../specs/spec.ts';
import type { Samples, TestSamples } from './examine.ts';

/** The tests of one spec: those each side is expected to run, and those the comparison is about. */
export type ExpectedTests = {
  readonly base: Inventory | null;
  readonly head: Inventory;
  /** On both sides with the same id; all of head's where there is no base. */
  readonly shared: Inventory;
};

/** Derives what each side's tests are from everything measured so far; the list may grow between looks. */
export function expectedTests(question: Question, measurements: Measurements): ExpectedTests {
  const head = inventoryAt(question.head.version, measurements);
  if (question.asks === 'portable') return { base: null, head, shared: head };
  const base = inventoryAt(question.base.version, measurements);
  const testFilesDiffer = question.change.changedTests.length > 0;
  return { base, head, shared: sharedInventory(base, head, testFilesDiffer) };
}

/** Judges every measured cell of the question, in the order of sample numbers. */
export function samplesOf(question: Question, measurements: Measurements): Samples {
  const tests = expectedTests(question, measurements);
  const judged = (side: 'base' | 'head'): Outcome[] =>
    cellsOf(question, side, measurements).map(({ arm, code, testRun }) => {
      const ownRunRed = isRed(measurements.trees.get(arm.version)?.own ?? null);
      return outcomeOf({
        code,
        testRun,
        expected: tests.shared,
        ofCommit: tests[side] ?? tests.shared,
        ownRunRed,
      });
    });
  if (question.asks === 'portable') return { base: [], head: judged('head'), tests: [] };
  return { base: judged('base'), head: judged('head'), tests: testsOf(question, tests.shared, measurements) };
}

// A test that did not report in a measured cell did not pass there; one that passes without any code says nothing.
function testsOf(question: Question, shared: Inventory, measurements: Measurements): TestSamples[] {
  const resultsOf = (side: 'base' | 'head'): ReadonlyMap<string, TestResult>[] =>
    cellsOf(question, side, measurements).map(({ code, testRun }) =>
      testResults({ code, testRun, expected: shared }),
    );
  const base = resultsOf('base');
  const head = resultsOf('head');
  const vacuous = vacuousOf(question, measurements);
  return shared.ids
    .filter((test) => !vacuous.has(test))
    .map((test) => ({
      test,
      base: base.map((results) => results.get(test) === 'passed'),
      head: head.map((results) => results.get(test) === 'passed'),
    }));
}

function vacuousOf(question: Question, measurements: Measurements): ReadonlySet<string> {
  const versions = [question.change.base, question.change.head];
  const emptied = versions.flatMap((version) =>
    version === null ? [] : (measurements.trees.get(version)?.emptied ?? []),
  );
  return new Set(emptied.flatMap((run) => [...vacuousTests(run)]));
}

/** The question's cells of one side by sample number; a gap ends the list, because a look is a prefix. */
export function cellsOf(
  question: Question,
  side: 'base' | 'head',
  measurements: Measurements,
): MeasuredCell[] {
  const ofArm = measurements.cells
    .filter((cell) => cell.arm.side === side && cell.arm.model === question.model)
    .filter((cell) => cell.arm.version === (side === 'head' ? question.head.version : question.change.base))
    .toSorted((one, other) => one.sample - other.sample);
  const gap = ofArm.findIndex((cell, index) => cell.sample !== index);
  return gap === -1 ? ofArm : ofArm.slice(0, gap);
}

/** Why nothing measured on these trees can be evidence; null when it can. */
export function voidReason(trees: readonly TreeRuns[]): string | null {
  return trees.some(({ emptied }) => passesWithoutCode(emptied))
    ? 'the tests do not depend on the generated files: the test command passes with `writes` emptied'
    : null;
}

function passesWithoutCode(emptied: TestRun): boolean {
  return emptied.run.end.kind === 'exited' && emptied.run.end.code === 0;
}

function inventoryAt(version: SpecVersion, measurements: Measurements): Inventory {
  const runs = measurements.cells
    .filter((cell) => cell.arm.version === version)
    .flatMap((cell) => (cell.testRun === null ? [] : [cell.testRun]));
  return inventoryOf({ ownRun: measurements.trees.get(version)?.own ?? null, cells: runs });
}
