import type { CellToJudge } from './judge-cell.ts';
import { statusesIn } from './repeated-tests.ts';
import { isTampered } from './tampered.ts';
import type { TestCase } from './test-report.ts';

/** The result of one test in one cell; null = none. */
export type TestResult = 'passed' | 'failed' | null;

/**
 * The matrix rows of one cell. Tampering fails every row. A test that never ran, because there was no code, the tests
 * did not end or its file did not load, has no result.
 */
export function testResults(
  cell: Pick<CellToJudge, 'code' | 'testRun' | 'expected' | 'excused'>,
): ReadonlyMap<string, TestResult> {
  const everywhere = resultEverywhere(cell);
  const { ids } = cell.expected;
  if (everywhere !== undefined) return new Map(ids.map((id) => [id, everywhere]));
  const statuses = statusesIn(cell.testRun?.report ?? { cases: [] }, ids);
  return new Map(ids.map((id) => [id, resultOf(statuses.get(id))]));
}

/** The one result for all rows; undefined if the report decides. */
function resultEverywhere({
  code,
  testRun,
  excused,
}: Pick<CellToJudge, 'code' | 'testRun' | 'excused'>): TestResult | undefined {
  if (code.kind !== 'files' || testRun === null || testRun.run.end.kind === 'cancelled') return null;
  return isTampered(testRun, excused) ? 'failed' : undefined;
}

function resultOf(status: TestCase['status'] | undefined): TestResult {
  return status === undefined || status === 'skipped' ? null : status;
}
