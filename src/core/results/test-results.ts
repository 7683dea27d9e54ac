import type { CellToJudge } from './judge-cell.ts';
import { isTampered } from './tampered.ts';
import type { TestReport } from './test-report.ts';

/** The result of one test in one cell; null = none. */
export type TestResult = 'passed' | 'failed' | null;

/**
 * The matrix rows of one cell. No code, tampering and a second timeout fail every row; a missing test leaves the
 * other rows as they are.
 */
export function testResults(
  cell: Pick<CellToJudge, 'code' | 'testRun' | 'expected' | 'excused'>,
): ReadonlyMap<string, TestResult> {
  const everywhere = resultEverywhere(cell);
  const statuses = statusesOf(cell.testRun?.report ?? null);
  return new Map(
    cell.expected.ids.map((id) => [id, everywhere === undefined ? (statuses.get(id) ?? null) : everywhere]),
  );
}

/** The one result for all rows; undefined if the report decides. */
function resultEverywhere({
  code,
  testRun,
  excused,
}: Pick<CellToJudge, 'code' | 'testRun' | 'excused'>): TestResult | undefined {
  if (code.kind === 'no-code') return 'failed';
  if (code.kind === 'unmeasured' || testRun === null || testRun.run.end.kind === 'cancelled') return null;
  return testRun.run.end.kind === 'timed-out' || isTampered(testRun, excused) ? 'failed' : undefined;
}

function statusesOf(report: TestReport | null): ReadonlyMap<string, TestResult> {
  return new Map((report?.cases ?? []).map(({ id, status }) => [id, status === 'skipped' ? null : status]));
}
