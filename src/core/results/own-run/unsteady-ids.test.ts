import { describe, expect, test } from '@jest/globals';
import type { TestReport, TestRun } from '../test-report.ts';
import { mayHaveUnsteadyIds, unsteadyIds, unsteadyNote, withSteadyIds } from './unsteady-ids.ts';

const nothing = { text: '', droppedBytes: 0 };

function aRun(ids: readonly string[], format: TestReport['format'] = 'tap'): TestRun {
  const cases = ids.map((id) => ({ id, status: 'passed' as const, message: '' }));
  const run = { end: { kind: 'exited', code: 0 }, stdout: nothing, stderr: nothing, durationMs: 1 } as const;
  return { run, report: { format, cases } };
}

test.each([
  ['halves even numbers', false],
  ['issue #12: rounds 5 to 3', false],
  ['takes 12 ms', true],
  ['took 0.5s', true],
  ['at 2026-01-31', true],
  ['test_twice[84119]', true],
  ['<object at 0x7f>', true],
  ['run 1f0c2d3e', true],
  ['effaced facade', false],
])('a second run is worth its time where a name looks as if it may change: %s, %s', (id, may) => {
  expect(mayHaveUnsteadyIds(aRun([id]))).toBe(may);
});

describe('two runs of one tree', () => {
  test('with the same ids in any order are steady', () => {
    expect(unsteadyIds(aRun(['a', 'b']), aRun(['b', 'a']))).toBeNull();
  });

  test('with other ids keep those that both have, and the others are named', () => {
    const [first, second] = [aRun(['a', 'at 111']), aRun(['a', 'at 222'])];
    const unsteady = unsteadyIds(first, second);
    expect(unsteady).toEqual({ first: ['at 111'], second: ['at 222'] });
    expect(unsteady && withSteadyIds(first, unsteady).report?.cases.map(({ id }) => id)).toEqual(['a']);
    expect(unsteady && unsteadyNote('halves', unsteady)).toBe(
      '1 test of halves changes its name from run to run (first `at 111`; then `at 222`); what changes is not compared. Give tests names that stay.',
    );
  });

  test('say nothing where one of them names no tests', () => {
    expect(unsteadyIds(aRun(['a']), { ...aRun(['a']), report: null })).toBeNull();
    expect(unsteadyIds(aRun([], 'exit-code'), aRun([], 'exit-code'))).toBeNull();
  });
});
