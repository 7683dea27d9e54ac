import type { Question } from '../plan/question.ts';
import { sharedInventory } from '../results/inventory.ts';
import type { Inventory } from '../results/inventory.ts';
import { isRed } from '../results/red-repository.ts';
import { movedTests } from '../results/moved-tests.ts';
import type { TestRun } from '../results/test-report.ts';
import type { Measurements } from './measurements.ts';
import { failingIn, headSamples, isCodeBlameless, isSuiteRedOnHead, redOnHead } from './red-on-head.ts';

/**
 * The tests of one spec: those that each side is expected to run, and those that are compared. All ids are those of
 * the head.
 */
export type ExpectedTests = {
  readonly base: Inventory | null;
  readonly head: Inventory;
  /** The tests on both sides: with the same id, or proven to have moved. Without a base: all tests of the head. */
  readonly shared: Inventory;
  /** The shared tests that the suite's verdict counts, without those in `red` and `leftOut`. */
  readonly suite: Inventory;
  /** Base id → head id of moved tests. */
  readonly moved: ReadonlyMap<string, string>;
  /** Tests that fail on the committed code of both sides and that no stored base sample passed. */
  readonly red: readonly string[];
  /** Tests that pass on the base's committed code, but neither on the head's nor in every sample of it. */
  readonly redOnHead: readonly string[];
  /** The ones among them that are no evidence: the head's other files break them, or they read the spec's text. */
  readonly leftOut: readonly string[];
  /** Because of that there is nothing to compare. */
  readonly isNothingLeft: boolean;
};

/** Derives each side's tests from everything measured so far; the list may grow between looks. */
export function expectedTests(question: Question, measurements: Measurements): ExpectedTests {
  const head = measurements.evidenceOn(question.head.version).inventory;
  if (question.base === null) {
    const { inventory } = head;
    const none = { red: [], redOnHead: [], leftOut: [], isNothingLeft: false };
    return { base: null, head: inventory, shared: inventory, suite: inventory, moved: new Map(), ...none };
  }
  const before = measurements.evidenceOn(question.base.version).inventory;
  const { changedTests, otherFilesChanged, testFiles: files = [] } = question.change;
  const moved = movedTests({ base: before.inventory.ids, head: head.inventory.ids, files });
  const base = { ...before, inventory: renamed(before.inventory, moved) };
  const testsMayDiffer = changedTests.length > 0 || otherFilesChanged;
  const shared = sharedInventory(base, head, testsMayDiffer);
  const red = redTests(question, { moved, measurements }, shared);
  const broken = redBesideSpec(question, moved, measurements);
  const suite = without(shared, [...red, ...broken.leftOut]);
  const isNothingLeft = suite.ids.length === 0 && (broken.leftOut.length > 0 || broken.isSuiteLeftOut);
  const { redOnHead: alone, leftOut } = broken;
  return {
    ...{ base: base.inventory, head: head.inventory, shared, suite, moved },
    ...{ red, redOnHead: alone, leftOut, isNothingLeft },
  };
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

type Broken = Pick<ExpectedTests, 'redOnHead' | 'leftOut'> & { readonly isSuiteLeftOut: boolean };

// What is left out is never more than what would speak against the head, so that no alarm becomes more likely by it.
function redBesideSpec(
  question: Question,
  moved: ReadonlyMap<string, string>,
  measurements: Measurements,
): Broken {
  const { base, head, asks, change } = question;
  if (base === null || asks !== 'regression') return { redOnHead: [], leftOut: [], isSuiteLeftOut: false };
  const ownOf = ({ version }: typeof head): TestRun | null => measurements.trees.get(version)?.own ?? null;
  const ownBase = ownOf(base);
  const own = { base: ownBase === null ? null : withHeadIds(ownBase, moved), head: ownOf(head) };
  const samples = headSamples(question, measurements);
  const failing = failingIn(samples, redOnHead(own));
  const isBlameless = isCodeBlameless(change);
  return {
    redOnHead: failing,
    leftOut: isBlameless ? failing : [],
    isSuiteLeftOut: isBlameless && isSuiteRedOnHead(own) && samples.some((sample) => isRed(sample)),
  };
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
