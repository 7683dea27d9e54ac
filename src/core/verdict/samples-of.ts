import type { MeasuredCell, Measurements } from './measurements.ts';
import { armsOf } from '../plan/question.ts';
import type { Question, Role } from '../plan/question.ts';
import type { Inventory } from '../results/inventory.ts';
import { outcomeOf } from '../results/judge-cell.ts';
import type { Outcome } from '../results/outcome.ts';
import { signsWithoutGeneratedCode } from '../results/tampered.ts';
import type { StandInRuns } from '../results/test-report.ts';
import { testResults } from '../results/test-results.ts';
import type { TestResult } from '../results/test-results.ts';
import { timeoutOf } from '../results/timeout-of.ts';
import { vacuousTests } from '../results/vacuous-tests.ts';
import { expectedTests, haveNothingInCommon, withHeadIds } from './expected-tests.ts';
import type { ExpectedTests } from './expected-tests.ts';
import type { Samples, TestSamples } from './examine.ts';

/** Sample numbers of both sides in the order in which the looks take them. */
type Order = { readonly base: readonly number[]; readonly head: readonly number[] };

/** Judges every measured cell of the question, in the order in which its looks take them. */
export function samplesOf(question: Question, measurements: Measurements): Samples {
  const { baseSamples: base, headSamples: head } = question;
  return samplesIn(question, { base, head }, measurements);
}

/** The same in another order or selection. A gap ends a side, because a look is a prefix. */
export function samplesIn(question: Question, order: Order, measurements: Measurements): Samples {
  const tests = expectedTests(question, measurements);
  const cells = {
    base: cellsOf(question, { role: 'base', samples: order.base }, measurements),
    head: cellsOf(question, { role: 'head', samples: order.head }, measurements),
  };
  const isCompared = question.base !== null;
  const uncounted = new Set([...vacuousOf(question, measurements), ...tests.leftOut]);
  const ids = tests.shared.ids.filter((test) => isCompared && !uncounted.has(test));
  return {
    base: outcomesOf(cells.base, { expected: tests.suite, tests, measurements }),
    head: outcomesOf(cells.head, { expected: tests.suite, tests, measurements }),
    tests: testsIn(cells, { ids, moved: tests.moved }, measurements),
  };
}

/** The head's samples judged by all of its tests, including those that only the head has; red ones are left out. */
export function wholeHeadOf(question: Question, measurements: Measurements): readonly Outcome[] {
  const tests = expectedTests(question, measurements);
  const red = new Set(tests.red);
  const expected = { ids: tests.head.ids.filter((id) => !red.has(id)), skipped: tests.head.skipped };
  return outcomesOf(cellsDrawn(question, 'head', measurements), { expected, tests, measurements });
}

/**
 * Cells that belong to no side of the question, tested in its head's tree: their outcomes by the tests that count for
 * the head, and what became of each of these tests.
 */
export function judgedAsHead(
  question: Question,
  of: { readonly cells: readonly MeasuredCell[]; readonly ids: readonly string[] },
  measurements: Measurements,
): readonly { readonly outcome: Outcome; readonly tests: ReadonlyMap<string, TestResult> }[] {
  const tests = expectedTests(question, measurements);
  const outcomes = outcomesOf(of.cells, { expected: tests.suite, tests, measurements });
  const expected = { ids: of.ids, skipped: new Set<string>() };
  return of.cells.flatMap(({ arm, code, testRun }, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined) return [];
    const excused = signsWithoutGeneratedCode(measurements.trees.get(arm.version));
    return [{ outcome, tests: testResults({ code, testRun, expected, excused }) }];
  });
}

/** The tests that count on cells which were tested in the head's tree: those of both sides and those of the head alone. */
export function headTests(question: Question, measurements: Measurements): readonly string[] {
  const { head, red, leftOut } = expectedTests(question, measurements);
  const uncounted = new Set([...vacuousOf(question, measurements), ...red, ...leftOut]);
  return head.ids.filter((test) => !uncounted.has(test));
}

function outcomesOf(
  cells: readonly MeasuredCell[],
  by: {
    readonly expected: Inventory;
    readonly tests: ExpectedTests;
    readonly measurements: Measurements;
  },
): Outcome[] {
  const { expected, tests, measurements } = by;
  return cells.map(({ arm: { version }, role, code, evidence }) => {
    const known = measurements.evidenceOn(version);
    const trees = measurements.trees.get(version);
    const testRun = evidence === null ? null : known.read(evidence);
    return outcomeOf({
      code,
      testRun: testRun === null || role === 'head' ? testRun : withHeadIds(testRun, tests.moved),
      expected,
      ofCommit: tests[role] ?? tests.shared,
      ownRunRed: known.isOwnRunRed,
      excused: signsWithoutGeneratedCode(trees),
      timeoutMs: timeoutOf(version, trees?.own ?? null),
    });
  });
}

/** The measured cells of one side in the given order of sample numbers, up to the first missing one. */
export function cellsOf(
  question: Question,
  of: { readonly role: Role; readonly samples: readonly number[] },
  measurements: Measurements,
): MeasuredCell[] {
  const bySample = new Map(
    measurements.cellsOf(question, of.role).map((cell) => [cell.sample, cell] as const),
  );
  const cells: MeasuredCell[] = [];
  for (const sample of of.samples) {
    const cell = bySample.get(sample);
    if (cell === undefined) break;
    cells.push(cell);
  }
  return cells;
}

/** The measured cells of one side in the order in which its looks take them. */
export function cellsDrawn(question: Question, role: Role, measurements: Measurements): MeasuredCell[] {
  const samples = role === 'base' ? question.baseSamples : question.headSamples;
  return cellsOf(question, { role, samples }, measurements);
}

// A test without a result in a measured cell did not pass there, and did not fail there either.
function testsIn(
  cells: { readonly base: readonly MeasuredCell[]; readonly head: readonly MeasuredCell[] },
  { ids, moved }: { readonly ids: readonly string[]; readonly moved: ReadonlyMap<string, string> },
  { trees }: Measurements,
): TestSamples[] {
  const expected = { ids, skipped: new Set<string>() };
  const resultsIn = (of: readonly MeasuredCell[]): ReadonlyMap<string, TestResult>[] =>
    of.map(({ arm, role, code, testRun: raw }) => {
      const excused = signsWithoutGeneratedCode(trees.get(arm.version));
      const testRun = raw === null || role === 'head' ? raw : withHeadIds(raw, moved);
      return testResults({ code, testRun, expected, excused });
    });
  const base = resultsIn(cells.base);
  const head = resultsIn(cells.head);
  return ids.map((test) => ({
    test,
    base: base.map((each) => each.get(test) === 'passed'),
    head: head.map((each) => each.get(test) === 'passed'),
    headRan: head.map((each) => (each.get(test) ?? null) !== null),
  }));
}

// A test that passes without any generated code says nothing about a model.
function vacuousOf(question: Question, measurements: Measurements): ReadonlySet<string> {
  const versions = [question.change.base, question.change.head];
  const trees = versions.flatMap((version) =>
    version === null ? [] : (measurements.trees.get(version) ?? []),
  );
  return new Set(trees.flatMap((each) => [...vacuousTests(each)]));
}

/** Why the two sides cannot be compared although each may be evidence by itself; null if they can. */
export function incomparableReason(question: Question, measurements: Measurements): string | null {
  const tests = expectedTests(question, measurements);
  if (tests.isNothingLeft)
    return "nothing to compare: the tests pass on the base's committed code and fail on the head's, although the code under `writes` is the same on both sides";
  return haveNothingInCommon(tests) ? 'nothing to compare: no test is on both sides' : null;
}

/** Why nothing that was measured for a question can be evidence; null if it can. */
export function invalidReasonOf(question: Question, measurements: Measurements): string | null {
  const [version] = armsOf(question)
    .map((arm) => arm.version)
    .filter((each) => measurements.evidenceOn(each).isVacuous);
  return version === undefined ? null : whyVacuous(measurements.trees.get(version)?.standIns);
}

function whyVacuous(standIns: StandInRuns | undefined): string {
  if (standIns === undefined)
    return 'the tests do not depend on the generated files: the test command passes with `writes` emptied';
  const { loaded } = standIns;
  const instead = loaded.length === 0 ? '' : `; they load \`${loaded.join('`, `')}\` instead`;
  return `the tests do not read the generated files: they pass whatever stands under \`writes\`${instead}`;
}
