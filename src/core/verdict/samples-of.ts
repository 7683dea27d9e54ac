import { cellsOfSide } from './measurements.ts';
import type { MeasuredCell, Measurements } from './measurements.ts';
import { armsOf } from '../plan/question.ts';
import type { Question, Role } from '../plan/question.ts';
import { sharedInventory } from '../results/inventory.ts';
import type { Inventory } from '../results/inventory.ts';
import { outcomeOf } from '../results/judge-cell.ts';
import type { Outcome } from '../results/outcome.ts';
import { isRed } from '../results/red-repository.ts';
import { excusedSigns } from '../results/tampered.ts';
import { testResults } from '../results/test-results.ts';
import { vacuousTests } from '../results/vacuous-tests.ts';
import { inventoryAt, passesEmptied, readingAt } from './evidence-at.ts';
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
  if (question.base === null) return { base: null, head: head.inventory, shared: head.inventory };
  const base = inventoryAt(question.base.version, measurements);
  const { changedTests, otherFilesChanged } = question.change;
  const testsMayDiffer = changedTests.length > 0 || otherFilesChanged;
  return {
    base: base.inventory,
    head: head.inventory,
    shared: sharedInventory(base, head, testsMayDiffer),
  };
}

/** Sample numbers of both sides in the order in which the looks take them. */
type Order = { readonly base: readonly number[]; readonly head: readonly number[] };

/** Judges every measured cell of the question, in the order in which its looks take them. */
export function samplesOf(question: Question, measurements: Measurements): Samples {
  const { baseSamples: base, headSamples: head } = question;
  return samplesIn(question, { base, head }, measurements);
}

/** The same in another order or selection: a gap ends a side, because a look is a prefix. */
export function samplesIn(question: Question, order: Order, measurements: Measurements): Samples {
  const tests = expectedTests(question, measurements);
  const cells = {
    base: cellsOf(question, { role: 'base', samples: order.base }, measurements),
    head: cellsOf(question, { role: 'head', samples: order.head }, measurements),
  };
  const judged = (role: Role): Outcome[] => {
    const arm = question[role];
    if (arm === null) return [];
    const read = readingAt(arm.version, measurements);
    const own = measurements.trees.get(arm.version)?.own ?? null;
    const ownRunRed = own !== null && isRed(read(own));
    return cells[role].map(({ code, testRun }) =>
      outcomeOf({
        code,
        testRun: testRun === null ? null : read(testRun),
        expected: tests.shared,
        ofCommit: tests[role] ?? tests.shared,
        ownRunRed,
        excused: excusedSigns(measurements.trees.get(arm.version)),
      }),
    );
  };
  const isCompared = question.base !== null;
  const vacuous = vacuousOf(question, measurements);
  const compared = tests.shared.ids.filter((test) => isCompared && !vacuous.has(test));
  return { base: judged('base'), head: judged('head'), tests: testsIn(cells, compared, measurements) };
}

/** The measured cells of one side in the given order of sample numbers, up to the first that is missing. */
export function cellsOf(
  question: Question,
  of: { readonly role: Role; readonly samples: readonly number[] },
  measurements: Measurements,
): MeasuredCell[] {
  const bySample = new Map(
    cellsOfSide(measurements, question, of.role).map((cell) => [cell.sample, cell] as const),
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

// A test that did not report in a measured cell did not pass there.
function testsIn(
  cells: { readonly base: readonly MeasuredCell[]; readonly head: readonly MeasuredCell[] },
  ids: readonly string[],
  { trees }: Measurements,
): TestSamples[] {
  const expected = { ids, skipped: new Set<string>() };
  const passed = (of: readonly MeasuredCell[]): ReadonlySet<string>[] =>
    of.map(({ arm, code, testRun }) => {
      const excused = excusedSigns(trees.get(arm.version));
      const results = testResults({ code, testRun, expected, excused });
      return new Set(ids.filter((id) => results.get(id) === 'passed'));
    });
  const base = passed(cells.base);
  const head = passed(cells.head);
  return ids.map((test) => ({
    test,
    base: base.map((each) => each.has(test)),
    head: head.map((each) => each.has(test)),
  }));
}

// A test that passes without any generated code says nothing about a model.
function vacuousOf(question: Question, measurements: Measurements): ReadonlySet<string> {
  const versions = [question.change.base, question.change.head];
  const emptied = versions.flatMap((version) =>
    version === null ? [] : (measurements.trees.get(version)?.emptied ?? []),
  );
  return new Set(emptied.flatMap((run) => [...vacuousTests(run)]));
}

/** Why nothing measured for a question can be evidence; null when it can. */
export function voidReason(question: Question, measurements: Pick<Measurements, 'trees'>): string | null {
  const isVoid = armsOf(question).some(({ version }) => {
    const trees = measurements.trees.get(version);
    return trees !== undefined && passesEmptied(version, trees);
  });
  return isVoid
    ? 'the tests do not depend on the generated files: the test command passes with `writes` emptied'
    : null;
}
