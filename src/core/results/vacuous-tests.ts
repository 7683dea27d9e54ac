import type { TestRun, TreeRuns } from './test-report.ts';

/**
 * Tests that pass without the code that they should test, so that no claim can rest on them. A test that passes with
 * `writes` emptied may still read what stands there: it may fall back on an installed copy.
 */
export function vacuousTests({ emptied, standIns }: TreeRuns): ReadonlySet<string> {
  if (standIns === undefined) return passedIn(emptied);
  const { unloadable, hollow } = standIns;
  const withoutCode = [...passedIn(emptied)].filter((id) => hollow !== null && passedIn(hollow).has(id));
  return new Set([...passedIn(unloadable), ...withoutCode]);
}

/** Whether the suite passes whatever stands under `writes`, so that no verdict on it means anything. */
export function isSuiteVacuous({ own, emptied, standIns }: TreeRuns): boolean {
  if (standIns === undefined) return passesAs(own, emptied);
  const { unloadable, hollow } = standIns;
  if (passesAs(own, unloadable)) return true;
  return passesAs(own, emptied) && hollow !== null && passesAs(own, hollow);
}

/**
 * Whether a run passes every test that the own run passed. Its exit code counts only where tests were never named: a
 * file that does not compile can fail the command beside the tests. Nothing was generated, so that nothing can be
 * forged, and signs of the guard do not count.
 */
export function passesAs(own: TestRun | null, run: TestRun): boolean {
  const due = own === null ? new Set<string>() : passedIn(own);
  if (due.size > 0) {
    const passed = passedIn(run);
    return [...due].every((id) => passed.has(id));
  }
  const isNamed = own !== null && own.report !== null && own.report.cases.length > 0;
  return !isNamed && isGreen(run) && (own === null || isGreen(own));
}

function passedIn({ report }: TestRun): ReadonlySet<string> {
  const passed = (report?.cases ?? []).filter(({ status }) => status === 'passed');
  return new Set(passed.map(({ id }) => id));
}

function isGreen({ run: { end }, report }: TestRun): boolean {
  const hasFailed = report?.cases.some(({ status }) => status === 'failed') ?? false;
  return end.kind === 'exited' && end.code === 0 && !hasFailed;
}
