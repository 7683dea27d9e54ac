import type { Inventory } from './inventory.ts';
import { outcomeOf } from './judge-cell.ts';
import type { TestRun } from './test-report.ts';

/** Tests that pass with `writes` emptied: they do not discriminate and bear no claim of their own. */
export function vacuousTests(emptiedRun: TestRun): ReadonlySet<string> {
  const cases = emptiedRun.report?.cases ?? [];
  return new Set(cases.filter(({ status }) => status === 'passed').map(({ id }) => id));
}

/** Whether the suite would count as passed without any generated file, so that no verdict on it means anything. */
export function suitePassesEmptied(emptiedRun: TestRun, expected: Inventory): boolean {
  // A suite that was never seen to name its tests is known by its exit code.
  if (expected.ids.length === 0) return emptiedRun.run.end.kind === 'exited' && emptiedRun.run.end.code === 0;
  const outcome = outcomeOf({
    code: { kind: 'files' },
    testRun: emptiedRun,
    expected,
    ofCommit: expected,
    ownRunRed: false,
  });
  return outcome.kind === 'passed';
}
