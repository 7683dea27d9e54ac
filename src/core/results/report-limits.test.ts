import { expect, test } from '@jest/globals';
import { outcomeOf } from './judge-cell.ts';
import { cellLimits, tooLargeWords } from './report-limits.ts';
import type { TestRun } from './test-report.ts';

const nothing = { text: '', droppedBytes: 0 };
const mebibyte = 1024 * 1024;

function ownRun(bytes: number | null, tests: number): TestRun {
  const cases = Array.from({ length: tests }, (_, at) => ({
    id: `${at}`,
    status: 'passed' as const,
    message: '',
  }));
  return {
    run: { end: { kind: 'exited', code: 0 }, stdout: nothing, stderr: nothing, durationMs: 1 },
    report: { format: 'junit', cases, ...(bytes === null ? {} : { bytes }) },
  };
}

test.each([
  { situation: 'nothing is committed', own: null, mebibytes: 16, tests: 50_000 },
  { situation: 'the own report is small', own: ownRun(null, 10), mebibytes: 16, tests: 50_000 },
  { situation: 'the own report is large', own: ownRun(20 * mebibyte, 10), mebibytes: 80, tests: 50_000 },
  { situation: 'the own report has many tests', own: ownRun(null, 20_000), mebibytes: 16, tests: 80_000 },
])(
  'a cell may have four times the own report, and at least the usual: $situation',
  ({ own, mebibytes, tests }) => {
    expect(cellLimits(own)).toEqual({ bytes: mebibytes * mebibyte, tests });
  },
);

test('a report above the limit is named with its size and the limit', () => {
  const tooLarge = { file: 'report.xml', bytes: 40_000_000, limitBytes: 16 * mebibyte };
  expect(tooLargeWords(tooLarge)).toBe('its report report.xml has 38.1 MiB, and the limit is 16 MiB');
  const expected = { ids: ['a'], skipped: new Set<string>() };
  const { run } = ownRun(null, 0);
  const testRun: TestRun = { run, report: null, tooLarge };
  expect(
    outcomeOf({ code: { kind: 'files' }, testRun, expected, ofCommit: expected, ownRunRed: false }),
  ).toEqual({ kind: 'no-report', why: 'its report report.xml has 38.1 MiB, and the limit is 16 MiB' });
});
