import { describe, expect, test } from '@jest/globals';
import type { TestCase, TestRun, TreeRuns } from './test-report.ts';
import { isSuiteVacuous, vacuousTests } from './vacuous-tests.ts';

type Statuses = Readonly<Record<string, TestCase['status']>>;

function aRun(statuses: Statuses | null, code = 0): TestRun {
  const cases = Object.entries(statuses ?? {}).map(([id, status]) => ({ id, status, message: '' }));
  const nothing = { text: '', droppedBytes: 0 };
  return {
    run: { end: { kind: 'exited', code }, stdout: nothing, stderr: nothing, durationMs: 1 },
    report: statuses === null ? null : { format: 'junit', cases },
    // What the guard finds in a run of pytest or go: none of its processes took part.
    guard: { signs: ['unguarded'], broken: [], poisoned: false },
  };
}

const exitCode = (code: number): TestRun => ({
  ...aRun({}, code),
  report: { format: 'exit-code', cases: [] },
});

function trees(of: {
  readonly own?: TestRun | null;
  readonly emptied: TestRun;
  readonly unloadable?: TestRun;
  readonly hollow?: TestRun;
}): TreeRuns {
  const { own = aRun({ a: 'passed', b: 'passed' }), emptied, unloadable, hollow = null } = of;
  const standIns = unloadable === undefined ? {} : { standIns: { unloadable, hollow, loaded: [] } };
  return { own, emptied, ...standIns, notes: [] };
}

const both = aRun({ a: 'passed', b: 'passed' });
const none = aRun(null, 1);

describe('a suite that never reads the generated files', () => {
  test('passes on files that cannot be loaded, whichever runner it has and whatever else fails', () => {
    expect(isSuiteVacuous(trees({ emptied: both, unloadable: both }))).toBe(true);
    expect(isSuiteVacuous(trees({ emptied: none, unloadable: both }))).toBe(true);
    const besides = aRun({ a: 'passed', b: 'passed' }, 1);
    expect(isSuiteVacuous(trees({ emptied: besides, unloadable: besides }))).toBe(true);
  });

  test('passes without files, and on empty ones where the others only fail to compile beside it', () => {
    expect(isSuiteVacuous(trees({ emptied: both, unloadable: none, hollow: both }))).toBe(true);
  });

  test('is known by its exit code where its tests have no names', () => {
    const own = exitCode(0);
    expect(isSuiteVacuous(trees({ own, emptied: exitCode(0), unloadable: exitCode(0) }))).toBe(true);
    expect(isSuiteVacuous(trees({ own, emptied: exitCode(1), unloadable: exitCode(1) }))).toBe(false);
  });

  test('is told from one of which a test is red either way', () => {
    const own = aRun({ a: 'passed', b: 'failed' }, 1);
    expect(isSuiteVacuous(trees({ own, emptied: own, unloadable: own }))).toBe(true);
    expect(isSuiteVacuous(trees({ own: aRun({ a: 'failed' }, 1), emptied: none }))).toBe(false);
  });
});

describe('a suite that reads the generated files', () => {
  test('fails on files that cannot be loaded', () => {
    expect(isSuiteVacuous(trees({ emptied: none, unloadable: none }))).toBe(false);
    const one = aRun({ a: 'passed', b: 'failed' }, 1);
    expect(isSuiteVacuous(trees({ emptied: one, unloadable: one }))).toBe(false);
  });

  test('may fall back on an installed copy where there are none', () => {
    expect(isSuiteVacuous(trees({ emptied: both, unloadable: none, hollow: none }))).toBe(false);
  });

  test('that names its tests does not pass by its exit code alone', () => {
    expect(isSuiteVacuous(trees({ emptied: exitCode(0) }))).toBe(false);
    expect(isSuiteVacuous(trees({ emptied: aRun(null, 0) }))).toBe(false);
  });
});

test('where nothing is committed the emptied run decides alone', () => {
  expect(isSuiteVacuous(trees({ own: null, emptied: both }))).toBe(true);
  expect(isSuiteVacuous(trees({ own: null, emptied: aRun({ a: 'failed' }, 1) }))).toBe(false);
});

describe('a single test is vacuous', () => {
  const ids = (of: TreeRuns): readonly string[] => [...vacuousTests(of)];

  test('where it passes on files that cannot be loaded', () => {
    const unloadable = aRun({ a: 'passed', b: 'failed', c: 'skipped' }, 1);
    expect(ids(trees({ emptied: unloadable, unloadable }))).toEqual(['a']);
    expect(ids(trees({ emptied: none, unloadable }))).toEqual(['a']);
  });

  test('but not because it passes without files: it may fall back on a copy', () => {
    expect(ids(trees({ emptied: both, unloadable: none, hollow: aRun({ a: 'passed' }, 1) }))).toEqual(['a']);
    expect(ids(trees({ emptied: both, unloadable: none }))).toEqual([]);
  });

  test('where it passes with `writes` emptied and nothing more is known', () => {
    expect(ids(trees({ emptied: aRun({ a: 'passed', b: 'failed', c: 'skipped' }, 1) }))).toEqual(['a']);
    expect(ids(trees({ emptied: none }))).toEqual([]);
  });
});
