import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { combineReruns, mayBeFlaky } from './combine-reruns.ts';
import { outcomeOf } from './judge-cell.ts';
import { oneRowPerName, isRow } from './repeated-tests.ts';
import { testResults } from './test-results.ts';
import type { TestCase, TestRun } from './test-report.ts';

const nothing = { text: '', droppedBytes: 0 };

function aRun(cases: readonly TestCase[]): TestRun {
  const code = cases.some(({ status }) => status === 'failed') ? 1 : 0;
  return {
    run: { end: { kind: 'exited', code }, stdout: nothing, stderr: nothing, durationMs: 1 },
    report: { format: 'junit', cases: oneRowPerName(cases) },
  };
}

function cases(...words: readonly string[]): readonly TestCase[] {
  return words.map((word) => {
    const [id = '', status = 'passed'] = word.split(':');
    return { id, status: status === 'failed' || status === 'skipped' ? status : 'passed', message: '' };
  });
}

const rows = (...words: readonly string[]): readonly string[] =>
  oneRowPerName(cases(...words)).map(({ id, status }) => `${status} ${id}`);

describe('tests of one name are one row', () => {
  test('that passes only where all of them passed, in whatever order they came', () => {
    expect(rows('a', 'b', 'a')).toEqual(['passed a (2 tests of this name)', 'passed b']);
    expect(rows('a', 'a:failed')).toEqual(['failed a (2 tests of this name)']);
    expect(rows('a:failed', 'a')).toEqual(rows('a', 'a:failed'));
  });

  test('that counts those that ran', () => {
    expect(rows('a:skipped', 'a', 'a')).toEqual(['passed a (2 tests of this name)']);
    expect(rows('a:skipped', 'a')).toEqual(['passed a (1 test of this name)']);
    expect(rows('a:skipped', 'a:skipped')).toEqual(['skipped a (2 tests of this name)']);
  });

  test('and no id occurs twice, whatever tests are called', () => {
    const name = fc.constantFrom('a', 'b', 'a (2 tests of this name)', 'a (1 test of this name)');
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const ids = oneRowPerName(cases(...names)).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(names.every((each) => ids.some((id) => id.startsWith(each.slice(0, 1))))).toBe(true);
      }),
    );
  });
});

describe('a row that is expected', () => {
  const expected = { ids: ['a (3 tests of this name)'], skipped: new Set<string>() };
  const judged = (testRun: TestRun): ReturnType<typeof outcomeOf> =>
    outcomeOf({ code: { kind: 'files' }, testRun, expected, ofCommit: expected, ownRunRed: false });
  const row = (testRun: TestRun): string | null | undefined =>
    testResults({ code: { kind: 'files' }, testRun, expected }).get('a (3 tests of this name)');

  test.each([
    ['passes where exactly that many ran and passed', ['a', 'a', 'a'], 'passed'],
    ['fails where one of them failed', ['a', 'a:failed', 'a'], 'failed'],
    ['fails where fewer ran', ['a', 'a'], 'failed'],
    ['fails where one ran', ['a'], 'failed'],
    ['fails where one of them was skipped', ['a', 'a', 'a:skipped'], 'failed'],
    ['fails where more ran', ['a', 'a', 'a', 'a'], 'failed'],
  ])('%s', (_, ran, status) => {
    const testRun = aRun(cases(...ran));
    expect(row(testRun)).toBe(status);
    expect(judged(testRun).kind).toBe(status);
  });

  test('is missing where no test of that name ran', () => {
    expect(row(aRun(cases('b')))).toBeNull();
    expect(judged(aRun(cases('b')))).toEqual({
      kind: 'no-report',
      why: 'did not run: a (3 tests of this name)',
    });
  });
});

describe('a row that failed once and passed once', () => {
  const failed = aRun(cases('a', 'a:failed'));

  test('is not flaky: nobody knows which of the tests failed', () => {
    const combined = combineReruns([failed, aRun(cases('a', 'a'))]);
    expect(combined.flaky).toEqual([]);
    expect(combined.testRun.report?.cases.map(({ status }) => status)).toEqual(['failed']);
  });

  test('is no reason to run the tests again, and another test is', () => {
    expect(mayBeFlaky(failed)).toBe(false);
    expect(mayBeFlaky(aRun(cases('a', 'a:failed', 'b:failed')))).toBe(true);
    expect(isRow('a')).toBe(false);
  });
});
