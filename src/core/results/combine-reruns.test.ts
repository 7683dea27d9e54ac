import { describe, expect, test } from '@jest/globals';
import { mayBeFlaky, combineReruns } from './combine-reruns.ts';
import type { TestCase, TestRun } from './test-report.ts';

const nothing = { text: '', droppedBytes: 0 };

function aRun(statuses: Readonly<Record<string, TestCase['status']>>, code: number): TestRun {
  const cases = Object.entries(statuses).map(([id, status]) => ({ id, status, message: '' }));
  const run = { end: { kind: 'exited', code }, stdout: nothing, stderr: nothing, durationMs: 1 } as const;
  return { run, report: { format: cases.length === 0 ? 'exit-code' : 'node-test', cases } };
}

describe('a failing test that passes when the same tree is tested again', () => {
  const combined = combineReruns([
    aRun({ a: 'failed', b: 'passed' }, 1),
    aRun({ a: 'passed', b: 'passed' }, 0),
  ]);

  test('counts as passed, and is called flaky', () => {
    expect(combined.flaky).toEqual(['a']);
    expect(combined.testRun).toMatchObject({
      run: { end: { code: 0 } },
      report: { cases: [{ status: 'passed' }, { status: 'passed' }] },
    });
  });

  test('does not excuse another that failed every time', () => {
    const runs = [aRun({ a: 'failed', c: 'failed' }, 1), aRun({ a: 'passed', c: 'failed' }, 1)] as const;
    expect(combineReruns(runs)).toMatchObject({ flaky: ['a'], testRun: { run: { end: { code: 1 } } } });
  });

  test('is green even when two flaky tests never passed in the same run', () => {
    const runs = [
      aRun({ a: 'failed', b: 'failed' }, 1),
      aRun({ a: 'passed', b: 'failed' }, 1),
      aRun({ a: 'failed', b: 'passed' }, 1),
    ] as const;
    expect(combineReruns(runs)).toMatchObject({ flaky: ['a', 'b'], testRun: { run: { end: { code: 0 } } } });
  });
});

test('a failure that repeats stays what it was', () => {
  const run = aRun({ a: 'failed' }, 1);
  expect(combineReruns([run, run, run])).toEqual({ testRun: run, flaky: [] });
});

test('with nothing but the exit code, a command that succeeds the second time is flaky as a whole', () => {
  expect(combineReruns([aRun({}, 1), aRun({}, 0)])).toMatchObject({
    flaky: ['(the test command)'],
    testRun: { run: { end: { code: 0 } } },
  });
});

test.each([
  { what: 'a failed test', run: aRun({ a: 'failed' }, 1), again: true },
  { what: 'a failing command without a report of tests', run: aRun({}, 1), again: true },
  { what: 'a green run', run: aRun({ a: 'passed' }, 0), again: false },
  { what: 'a run that left no report', run: { ...aRun({ a: 'failed' }, 1), report: null }, again: false },
])('$what is run again: $again', ({ run, again }) => {
  expect(mayBeFlaky(run)).toBe(again);
});
