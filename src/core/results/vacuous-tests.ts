import type { Inventory } from './inventory.ts';
import { outcomeOf } from './judge-cell.ts';
import type { TestRun } from './test-report.ts';

/** Tests that pass with `writes` emptied: they do not depend on the code, so no claim can rest on them. */
export function vacuousTests(emptiedRun: TestRun): ReadonlySet<string> {
  const cases = emptiedRun.report?.cases ?? [];
  return new Set(cases.filter(({ status }) => status === 'passed').map(({ id }) => id));
}

/** Whether the suite would pass without any generated file, so that no verdict on it means anything. */
export function suitePassesEmptied(emptiedRun: TestRun, expected: Inventory): boolean {
  // If the tests of a suite were never named, its exit code decides.
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
