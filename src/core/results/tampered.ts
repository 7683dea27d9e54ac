import type { Sign, TestRun, TreeRuns } from './test-report.ts';

/** Whether a run shows that its code worked on its tests. What a trusted run on the same commit shows too is no sign. */
export function isTampered(testRun: TestRun, excused: ReadonlySet<Sign> = noSigns): boolean {
  const { run, guard } = testRun;
  if (run.end.kind !== 'exited' || guard === undefined) return false;
  const signs = guard.signs.filter((sign) => !excused.has(sign));
  if (signs.some((sign) => !missingWitnesses.has(sign))) return true;
  // Honest code may crash; only a pass needs every witness.
  return claimsPass(testRun) && signs.length > 0;
}

/** Whether a run looks like a pass before anyone asks for its tests. */
export function claimsPass({ run, report }: TestRun): boolean {
  const isGreen = run.end.kind === 'exited' && run.end.code === 0;
  return isGreen && report !== null && report.cases.every(({ status }) => status !== 'failed');
}

/** Signs of the runs on a commit in which no generated code took part: its own run, else the one with `writes` emptied. */
export function excusedSigns(trees: TreeRuns | undefined): ReadonlySet<Sign> {
  const trusted = trees?.own ?? trees?.emptied;
  return new Set(trusted?.guard?.signs);
}

/**
 * Whether a run in which every test was made to fail shows a pass all the same: whoever reported it, it was no test.
 * Where the poison reached no process nothing follows.
 */
export function passesWhenForcedToFail({ report, guard }: TestRun): boolean {
  if (guard?.poisoned !== true) return false;
  return report?.cases.some(({ status }) => status === 'passed') ?? false;
}

const noSigns: ReadonlySet<Sign> = new Set();
const missingWitnesses: ReadonlySet<Sign> = new Set(['unguarded', 'unsigned', 'cut-short']);
