import type { Question } from '../plan/question.ts';
import { sharedInventory } from '../results/inventory.ts';
import type { Inventory } from '../results/inventory.ts';
import { movedTests } from '../results/moved-tests.ts';
import type { TestRun } from '../results/test-report.ts';
import type { Measurements } from './measurements.ts';

/**
 * The tests of one spec: those that each side is expected to run, and those that are compared. All ids are those of
 * the head.
 */
export type ExpectedTests = {
  readonly base: Inventory | null;
  readonly head: Inventory;
  /** The tests on both sides: with the same id, or proven to have moved. Without a base: all tests of the head. */
  readonly shared: Inventory;
  /** The shared tests that the suite's verdict counts, without those in `red`. */
  readonly suite: Inventory;
  /** Base id → head id of moved tests. */
  readonly moved: ReadonlyMap<string, string>;
  /** Tests that fail on the committed code of both sides and that no stored base sample passed. */
  readonly red: readonly string[];
};

/** Derives each side's tests from everything measured so far; the list may grow between looks. */
export function expectedTests(question: Question, measurements: Measurements): ExpectedTests {
  const head = measurements.evidenceOn(question.head.version).inventory;
  if (question.base === null) {
    const { inventory } = head;
    return { base: null, head: inventory, shared: inventory, suite: inventory, moved: new Map(), red: [] };
  }
  const before = measurements.evidenceOn(question.base.version).inventory;
  const { changedTests, otherFilesChanged, testFiles: files = [] } = question.change;
  const moved = movedTests({ base: before.inventory.ids, head: head.inventory.ids, files });
  const base = { ...before, inventory: renamed(before.inventory, moved) };
  const testsMayDiffer = changedTests.length > 0 || otherFilesChanged;
  const shared = sharedInventory(base, head, testsMayDiffer);
  const red = redTests(question, { moved, measurements }, shared);
  return { base: base.inventory, head: head.inventory, shared, suite: without(shared, red), moved, red };
}

/** A test run of the base with ids replaced by those that the tests have on the head. */
export function withHeadIds(testRun: TestRun, moved: ReadonlyMap<string, string>): TestRun {
  if (moved.size === 0 || testRun.report === null) return testRun;
  const cases = testRun.report.cases.map((each) => ({ ...each, id: moved.get(each.id) ?? each.id }));
  return { ...testRun, report: { ...testRun.report, cases } };
}

/** Whether both sides name their tests and have none in common, so that nothing can be compared. */
export function haveNothingInCommon({ base, head, shared }: ExpectedTests): boolean {
  return base !== null && base.ids.length > 0 && head.ids.length > 0 && shared.ids.length === 0;
}

function renamed({ ids, skipped }: Inventory, moved: ReadonlyMap<string, string>): Inventory {
  const of = (id: string): string => moved.get(id) ?? id;
  return { ids: ids.map(of), skipped: new Set([...skipped].map(of)) };
}

/**
 * A test that fails on both sides without generated code cannot show that a model reads the new text worse. The list
 * is fixed before the first head sample: only committed code and stored base samples count. A suite of only such
 * tests is kept.
 */
function redTests(
  question: Question,
  of: { readonly moved: ReadonlyMap<string, string>; readonly measurements: Measurements },
  { ids }: Inventory,
): readonly string[] {
  const { base, head, reused } = question;
  const { moved, measurements } = of;
  if (base === null) return [];
  const runs = [base, head].map(({ version }) => measurements.trees.get(version)?.own ?? null);
  const [ownBase = null, ownHead = null] = runs;
  if (ownBase === null || ownHead === null) return [];
  const failing = [failedIn(withHeadIds(ownBase, moved)), failedIn(ownHead)];
  const stored = measurements.cellsOf(question, 'base').filter(({ sample }) => reused.includes(sample));
  const passed = new Set(
    stored.flatMap(({ testRun }) => (testRun === null ? [] : passedIn(withHeadIds(testRun, moved)))),
  );
  const red = ids.filter((id) => failing.every((each) => each.has(id)) && !passed.has(id));
  return red.length === ids.length ? [] : red;
}

function failedIn({ report }: TestRun): ReadonlySet<string> {
  return new Set((report?.cases ?? []).filter(({ status }) => status === 'failed').map(({ id }) => id));
}

function passedIn({ report }: TestRun): readonly string[] {
  return (report?.cases ?? []).filter(({ status }) => status === 'passed').map(({ id }) => id);
}

function without({ ids, skipped }: Inventory, left: readonly string[]): Inventory {
  return left.length === 0 ? { ids, skipped } : { ids: ids.filter((id) => !left.includes(id)), skipped };
}
