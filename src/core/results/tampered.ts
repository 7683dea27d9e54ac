import type { Guarded, Sign, TestRun, TreeRuns } from './test-report.ts';

/**
 * Whether a run shows that its code interfered with its tests. Signs that a trusted run on the same commit shows too do
 * not count.
 */
export function isTampered(testRun: TestRun, excused: ReadonlySet<Sign> = noSigns): boolean {
  const { run, guard } = testRun;
  if (run.end.kind !== 'exited' || guard === undefined) return false;
  const signs = guard.signs.filter((sign) => !excused.has(sign));
  if (signs.some((sign) => !missingWitnesses.has(sign))) return true;
  // Honest code may crash, so a missing witness counts only against a pass.
  return claimsPass(testRun) && signs.length > 0;
}

/** Whether a run looks like a pass before its tests are compared with the expected ones. */
export function claimsPass({ run, report }: TestRun): boolean {
  const isGreen = run.end.kind === 'exited' && run.end.code === 0;
  return isGreen && report !== null && report.cases.every(({ status }) => status !== 'failed');
}

/**
 * Signs of a run on the commit without generated code: the run on the committed code, otherwise the one with `writes`
 * emptied.
 */
export function signsWithoutGeneratedCode(trees: TreeRuns | undefined): ReadonlySet<Sign> {
  const trusted = trees?.own ?? trees?.emptied;
  return new Set(trusted?.guard?.signs);
}

/**
 * Whether a forced-failure run, in which every test was made to fail, still shows a pass: no test can have reported it.
 * If the guard reached no process, nothing follows.
 */
export function passesWhenForcedToFail({ report, guard }: TestRun): boolean {
  if (guard?.poisoned !== true) return false;
  return report?.cases.some(({ status }) => status === 'passed') ?? false;
}

/** What a guard saw with one more sign; nothing if there was no guard and there is no sign. */
export function withSign(
  guard: Guarded | null,
  sign: Sign | null,
  broken: readonly string[] = [],
): Pick<TestRun, 'guard'> | Record<string, never> {
  if (sign === null) return guard === null ? {} : { guard };
  const { signs = [], broken: names = [], poisoned = false } = guard ?? {};
  return { guard: { signs: [...signs, sign], broken: [...names, ...broken], poisoned } };
}

const noSigns: ReadonlySet<Sign> = new Set();
const missingWitnesses: ReadonlySet<Sign> = new Set(['unguarded', 'unsigned', 'cut-short']);
