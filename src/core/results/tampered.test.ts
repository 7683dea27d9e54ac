import { describe, expect, test } from '@jest/globals';
import { outcomeOf } from './judge-cell.ts';
import { combineReruns } from './combine-reruns.ts';
import { oneRowPerName } from './repeated-tests.ts';
import { isTampered, passesWhenForcedToFail } from './tampered.ts';
import { testResults } from './test-results.ts';
import type { Sign, TestCase, TestRun } from './test-report.ts';

const nothing = { text: '', droppedBytes: 0 };

function aRun(of: {
  readonly signs?: readonly Sign[];
  readonly statuses?: readonly TestCase['status'][];
  readonly code?: number;
  readonly poisoned?: boolean;
}): TestRun {
  const { signs = [], statuses = ['passed'], code = 0, poisoned = false } = of;
  return {
    run: { end: { kind: 'exited', code }, stdout: nothing, stderr: nothing, durationMs: 1 },
    report: {
      format: 'node-test',
      cases: statuses.map((status, index) => ({ id: `t${index + 1}`, status, message: '' })),
    },
    guard: { signs, broken: [], poisoned },
  };
}

const expected = { ids: ['t1'], skipped: new Set<string>() };
const judged = (testRun: TestRun, excused: readonly Sign[] = []): unknown =>
  outcomeOf({
    code: { kind: 'files' },
    testRun,
    expected,
    ofCommit: expected,
    ownRunRed: false,
    excused: new Set(excused),
  });

const traces: readonly Sign[] = ['patched', 'forged', 'files-changed', 'poison-survived'];
const missing: readonly Sign[] = ['unguarded', 'unsigned', 'cut-short'];

describe.each([...traces, ...missing])('%s', (sign) => {
  test('spoils a pass', () => {
    expect(judged(aRun({ signs: [sign] }))).toEqual({ kind: 'failed', tests: [], tampered: true });
  });

  test('spoils every row of the matrix', () => {
    const cell = { code: { kind: 'files' }, testRun: aRun({ signs: [sign] }), expected } as const;
    expect(testResults(cell).get('t1')).toBe('failed');
  });

  test('is no sign where the trusted run on the commit shows it too', () => {
    expect(judged(aRun({ signs: [sign] }), [sign])).toEqual({ kind: 'passed' });
  });
});

test.each(missing)('%s is no tampering where the tests fail: honest code may crash', (sign) => {
  const outcome = judged(aRun({ signs: [sign], statuses: ['failed'], code: 1 }));
  expect(outcome).toEqual({ kind: 'failed', tests: ['t1'] });
});

test.each(traces)('%s is tampering even where the tests fail', (sign) => {
  const outcome = judged(aRun({ signs: [sign], statuses: ['failed'], code: 1 }));
  expect(outcome).toEqual({ kind: 'failed', tests: ['t1'], tampered: true });
});

test('a run that nothing watched is judged by its report alone', () => {
  const { run, report } = aRun({});
  expect(isTampered({ run, report })).toBe(false);
});

test('an expected test that is reported twice does not pass', () => {
  const run = aRun({});
  const twice = [...(run.report?.cases ?? []), { id: 't1', status: 'passed', message: '' } as const];
  expect(judged({ ...run, report: { format: 'node-test', cases: oneRowPerName(twice) } })).toEqual({
    kind: 'failed',
    tests: ['t1'],
  });
});

test('only a pass in a run whose tests were really made to fail is a forgery', () => {
  expect(passesWhenForcedToFail(aRun({ poisoned: true }))).toBe(true);
  expect(passesWhenForcedToFail(aRun({ poisoned: true, statuses: ['failed'] }))).toBe(false);
  expect(passesWhenForcedToFail(aRun({ poisoned: false }))).toBe(false);
});

test('what the guard saw in one of several runs stands', () => {
  const runs = [aRun({ statuses: ['failed'], code: 1 }), aRun({ signs: ['patched'] })] as const;
  expect(combineReruns(runs).testRun.guard?.signs).toEqual(['patched']);
});
