import { isRow } from './repeated-tests.ts';
import type { Guarded, TestCase, TestRun } from './test-report.ts';

/** The combined result of several runs of the same tree. */
export type CombinedRuns = {
  readonly testRun: TestRun;
  /** Tests that failed in one run and passed in another: the test is at fault, not the code. */
  readonly flaky: readonly string[];
};

/** Stands for the whole command if the runner reports no tests. */
const wholeCommand = '(the test command)';

/** Whether running the same tree again could show that a failure is the test's own fault. */
export function mayBeFlaky({ run, report }: TestRun): boolean {
  if (run.end.kind !== 'exited' || report === null) return false;
  return report.format === 'exit-code'
    ? run.end.code !== 0
    : report.cases.some(({ id, status }) => status === 'failed' && !isRow(id));
}

/**
 * A test that passed in any run counts as passed; if it failed in another run it is flaky. The first run decides
 * which tests there are. A row of several tests of one name never counts as flaky, because nobody knows which of them
 * failed. What the guard saw in any of the runs counts.
 */
export function combineReruns(runs: readonly [TestRun, ...TestRun[]]): CombinedRuns {
  const { testRun, flaky } = settleResults(runs);
  const guard = guardOf(runs);
  return { testRun: guard === null ? testRun : { ...testRun, guard }, flaky };
}

function settleResults(runs: readonly [TestRun, ...TestRun[]]): CombinedRuns {
  const [first, ...again] = runs;
  if (first.report === null || again.length === 0) return { testRun: first, flaky: [] };
  if (first.report.format === 'exit-code') return settleCommand(first, again);
  const passedAgain = new Set(again.flatMap(({ report }) => idsOf(report?.cases ?? [], 'passed')));
  const flaky = idsOf(first.report.cases, 'failed').filter((id) => passedAgain.has(id) && !isRow(id));
  const isFlaky = new Set(flaky);
  const cases = first.report.cases.map((each): TestCase =>
    isFlaky.has(each.id) ? { ...each, status: 'passed', message: '' } : each,
  );
  const isGreen = flaky.length > 0 && cases.every(({ status }) => status !== 'failed');
  return { testRun: { run: isGreen ? ended(first) : first.run, report: { ...first.report, cases } }, flaky };
}

function guardOf(runs: readonly TestRun[]): Guarded | null {
  const guards = runs.flatMap(({ guard }) => guard ?? []);
  if (guards.length === 0) return null;
  return {
    signs: [...new Set(guards.flatMap(({ signs }) => signs))],
    broken: [...new Set(guards.flatMap(({ broken }) => broken))],
    poisoned: guards.some(({ poisoned }) => poisoned),
  };
}

function settleCommand(first: TestRun, again: readonly TestRun[]): CombinedRuns {
  const passed = again.find(({ run }) => run.end.kind === 'exited' && run.end.code === 0);
  return passed === undefined ? { testRun: first, flaky: [] } : { testRun: passed, flaky: [wholeCommand] };
}

// If every failure is explained, so is the first run's exit code.
function ended({ run }: TestRun): TestRun['run'] {
  return { ...run, end: { kind: 'exited', code: 0 } };
}

function idsOf(cases: readonly TestCase[], wanted: TestCase['status']): string[] {
  return cases.filter(({ status }) => status === wanted).map(({ id }) => id);
}
