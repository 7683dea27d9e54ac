import { describe, expect, test } from '@jest/globals';
import { placesIn } from '../controls/changes-in.ts';
import type { Change } from '../controls/change.ts';
import type { TestCase, TestRun } from '../results/test-report.ts';
import { readTrial, wholeCommand } from './read-trial.ts';
import { declaringFile } from './test-names.ts';

const path = 'test/a.test.js';
const text = `test('one', () => assert.equal(f(1), 10));
test('two', () => assert.equal(f(2), 20));
test.each([[3, 30]])('row %i %i', (n, want) => assert.equal(f(n), want));
`;
const changes = placesIn(path, text).map(({ places: [first] }) => first?.change);
const [one, two, row] = changes;
if (one === undefined || two === undefined || row === undefined) throw new Error('three changes');

type Results = Readonly<Record<string, TestCase['status'] | { readonly message: string }>>;

function ran(results: Results, more: Partial<TestRun['run']> = {}): TestRun {
  const nothing = { text: '', droppedBytes: 0 };
  const cases = Object.entries(results).map(([name, what]): TestCase => {
    const id = `${path} > ${name}`;
    return typeof what === 'string'
      ? { id, status: what, message: what === 'failed' ? 'Expected values to be equal' : '' }
      : { id, status: 'failed', message: what.message };
  });
  const end = { kind: 'exited', code: cases.some(({ status }) => status === 'failed') ? 1 : 0 } as const;
  return {
    run: { end, stdout: nothing, stderr: nothing, durationMs: 1, ...more },
    report: { format: 'jest-json', cases },
  };
}

const green: Results = { one: 'passed', two: 'passed', 'row 3 30': 'passed' };

function read(results: Results, trial: readonly Change[], more: Partial<TestRun['run']> = {}) {
  const files = [declaringFile(path, text)];
  const { proven, unnoticed, unclear } = readTrial({
    own: ran(green),
    run: ran(results, more),
    trial,
    files,
  });
  return {
    proven: proven.map(({ change, noticedBy, tests }) => [change, noticedBy, tests]),
    unnoticed,
    unclear,
  };
}

const id = (name: string): string => `${path} > ${name}`;

describe('a change is proved where only the tests around it fail on honest code', () => {
  test('each by its own test, in one run', () => {
    expect(read({ ...green, one: 'failed', two: 'failed' }, [one, two])).toEqual({
      proven: [
        [one, [id('one')], [id('one')]],
        [two, [id('two')], [id('two')]],
      ],
      unnoticed: [],
      unclear: [],
    });
  });

  test('also where the test is named after its values', () => {
    const results = { one: 'passed', two: 'passed', 'row 3 31': 'failed' } as const;
    expect(read(results, [row]).proven).toEqual([[row, [id('row 3 31')], [id('row 3 30')]]]);
  });
});

describe('a change is worth nothing', () => {
  test('where its test passes as before', () => {
    expect(read({ ...green, two: 'failed' }, [one, two])).toMatchObject({ unnoticed: [one], unclear: [] });
  });

  test.each([
    [
      'its test crashes, so that every code would fail',
      { ...green, one: { message: 'TypeError: x is not a function' } },
    ],
    ['its test is gone', { two: 'passed', 'row 3 30': 'passed' }],
    ['its test is skipped', { ...green, one: 'skipped' }],
    ['another test of the file fails', { ...green, one: 'failed', two: 'failed' }],
    ['the file does not load', {}],
  ] as const)('where %s', (_, results) => {
    expect(read(results, [one])).toEqual({ proven: [], unnoticed: [], unclear: [one] });
  });

  test('where a test that nobody declares differs: then no change of the run is clear', () => {
    const results = { ...green, one: 'failed', two: 'failed' } as const;
    const strange: TestRun = {
      ...ran(results),
      report: { format: 'jest-json', cases: [{ id: 'other.test.js > x', status: 'failed', message: '' }] },
    };
    const files = [declaringFile(path, text)];
    const read = readTrial({ own: ran(green), run: strange, trial: [one, two], files });
    expect(read).toEqual({ proven: [], unnoticed: [], unclear: [one, two] });
  });

  test.each(['timed-out', 'cancelled'] as const)('where the run was %s', (kind) => {
    expect(read(green, [one, two], { end: { kind } }).unclear).toEqual([one, two]);
  });
});

describe('where only the exit code is known', () => {
  const plain = (code: number): TestRun => ({
    ...ran({}, { end: { kind: 'exited', code } }),
    report: { format: 'exit-code', cases: [] },
  });

  test('one change in a run is proved by it', () => {
    const { proven } = readTrial({ own: plain(0), run: plain(1), trial: [one], files: [] });
    expect(proven.map(({ noticedBy }) => noticedBy)).toEqual([[wholeCommand]]);
  });

  test('several changes are not', () => {
    expect(readTrial({ own: plain(0), run: plain(1), trial: [one, two], files: [] }).unclear).toEqual([
      one,
      two,
    ]);
  });
});
