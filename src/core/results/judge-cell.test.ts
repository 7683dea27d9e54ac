import { expect, describe, test } from '@jest/globals';
import * as fc from 'fast-check';
import { inventoryOf, sharedInventory } from './inventory.ts';
import type { Inventory, SideInventory } from './inventory.ts';
import { outcomeOf } from './judge-cell.ts';
import type { CellToJudge } from './judge-cell.ts';
import { isRed, redRepository } from './red-repository.ts';
import type { CommandRun, TestCase, TestRun } from './test-report.ts';
import { testResults } from './test-results.ts';

type Statuses = Readonly<Record<string, TestCase['status']>>;

function aRun(statuses: Statuses | null, end: CommandRun['end'] | number = 0): TestRun {
  const cases = Object.entries(statuses ?? {}).map(([id, status]) => ({ id, status, message: '' }));
  const nothing = { text: '', droppedBytes: 0 };
  return {
    run: {
      end: typeof end === 'number' ? { kind: 'exited', code: end } : end,
      stdout: nothing,
      stderr: nothing,
      durationMs: 1,
    },
    report: statuses === null ? null : { format: 'node-test', cases },
  };
}

const anInventory = (ids: readonly string[], skipped: readonly string[] = []): Inventory => ({
  ids,
  skipped: new Set(skipped),
});
const exitCodeRun = (code: number): TestRun => ({
  ...aRun({}, code),
  report: { format: 'exit-code', cases: [] },
});

function aCell(cell: Partial<CellToJudge>): CellToJudge {
  const expected = cell.expected ?? anInventory(['a', 'b']);
  return { code: { kind: 'files' }, testRun: null, ownRunRed: false, ofCommit: expected, ...cell, expected };
}

const judged = (cell: Partial<CellToJudge>): string => outcomeOf(aCell(cell)).kind;
const whyOf = (cell: Partial<CellToJudge>): unknown => outcomeOf(aCell(cell));

describe('a cell', () => {
  const good: Statuses = { a: 'passed', b: 'passed' };

  test('passes when every expected test passed and the command exited with 0', () => {
    expect(judged({ testRun: aRun(good) })).toBe('passed');
  });

  test('passes with tests skipped that the repository skips itself', () => {
    const testRun = aRun({ a: 'passed', b: 'skipped' });
    expect(judged({ testRun, expected: anInventory(['a', 'b'], ['b']) })).toBe('passed');
    expect(whyOf({ testRun })).toEqual({ kind: 'no-report', why: 'skipped although expected to run: b' });
  });

  test('fails when a report says failed, whatever the exit code', () => {
    expect(whyOf({ testRun: aRun({ a: 'passed', b: 'failed' }, 0) })).toEqual({
      kind: 'failed',
      tests: ['b'],
    });
  });

  test('has no report when an expected test is missing', () => {
    expect(whyOf({ testRun: aRun({ a: 'passed' }) })).toEqual({ kind: 'no-report', why: 'did not run: b' });
    expect(judged({ testRun: aRun({ a: 'failed' }, 1) })).toBe('no-report');
  });

  test('has no report when there is none, whatever the exit code', () => {
    expect(judged({ testRun: aRun(null, 0) })).toBe('no-report');
    expect(judged({ testRun: aRun(null, 0), expected: anInventory([]) })).toBe('no-report');
    expect(judged({ testRun: exitCodeRun(0) })).toBe('no-report');
  });

  test.each<[CommandRun['end']]>([[{ kind: 'timed-out' }], [{ kind: 'killed', signal: 'SIGKILL' }]])(
    'has no report when the tests did not run to their end: %j',
    (end) => {
      expect(judged({ testRun: aRun(good, end) })).toBe('no-report');
    },
  );

  test('has no report when the exit code says more than the tests', () => {
    expect(judged({ testRun: aRun(good, 1) })).toBe('no-report');
    expect(judged({ testRun: aRun(good, 1), ownRunRed: true })).toBe('passed');
  });

  test('is not failed by tests that only its own side has', () => {
    const ofCommit = anInventory(['a', 'b', 'new']);
    expect(judged({ testRun: aRun({ ...good, new: 'failed' }, 1), ofCommit })).toBe('passed');
    expect(judged({ testRun: aRun(good, 1), ofCommit })).toBe('passed');
    expect(judged({ testRun: aRun({ ...good, new: 'passed' }, 1), ofCommit })).toBe('no-report');
  });

  test('is failed by a test that nobody expected, save where the own run is red', () => {
    const testRun = aRun({ ...good, own: 'failed' }, 1);
    expect(judged({ testRun })).toBe('failed');
    expect(judged({ testRun, ownRunRed: true })).toBe('passed');
  });

  test('is asked for its exit code where no test is known', () => {
    const expected = anInventory([]);
    expect(judged({ testRun: exitCodeRun(0), expected })).toBe('passed');
    expect(judged({ testRun: exitCodeRun(1), expected })).toBe('failed');
    expect(judged({ testRun: exitCodeRun(1), expected, ownRunRed: true })).toBe('failed');
  });

  test('has no report where its tests reported nothing, even if no test is known', () => {
    const expected = anInventory([]);
    expect(whyOf({ testRun: aRun({}, 0), expected })).toEqual({
      kind: 'no-report',
      why: 'the tests reported nothing',
    });
    expect(judged({ testRun: aRun({ some: 'passed' }, 0), expected })).toBe('passed');
  });

  test('has no report where a file ended with 0 in the middle of its tests', () => {
    const { run } = aRun(good);
    const report = {
      format: 'node-test',
      cases: aRun(good).report?.cases ?? [],
      cutShort: ['x.mjs'],
    } as const;
    expect(whyOf({ testRun: { run, report } })).toEqual({
      kind: 'no-report',
      why: 'ended without reporting all its tests: x.mjs',
    });
  });

  test('without code, or unmeasured, is what it is', () => {
    expect(whyOf({ code: { kind: 'no-code', why: 'refused' } })).toEqual({ kind: 'no-code', why: 'refused' });
    expect(whyOf({ code: { kind: 'unmeasured', why: 'quota' } })).toEqual({
      kind: 'unmeasured',
      why: 'quota',
    });
    expect(judged({ testRun: aRun(good, { kind: 'cancelled' }) })).toBe('unmeasured');
  });

  test('never passes without every expected test reported, for any report', () => {
    const status = fc.constantFrom('passed', 'failed', 'skipped' as const);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), status),
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        (statuses, code, ownRunRed) => {
          const outcome = outcomeOf(aCell({ testRun: aRun({ ...statuses }, code), ownRunRed }));
          const isWhole = statuses['a'] === 'passed' && statuses['b'] === 'passed';
          expect(outcome.kind === 'passed' && !isWhole).toBe(false);
        },
      ),
    );
  });
});

describe('the rows of a cell', () => {
  const rows = (cell: Partial<CellToJudge>): unknown => Object.fromEntries(testResults(aCell(cell)));

  test('keep what was reported when a test is missing', () => {
    expect(rows({ testRun: aRun({ a: 'failed' }, 1) })).toEqual({ a: 'failed', b: null });
    expect(rows({ testRun: aRun({ a: 'passed', b: 'skipped' }) })).toEqual({ a: 'passed', b: null });
    expect(rows({ testRun: aRun(null, 1) })).toEqual({ a: null, b: null });
  });

  test('have no result where a test never ran: without code, and behind one that did not end', () => {
    expect(rows({ code: { kind: 'no-code', why: 'truncated' } })).toEqual({ a: null, b: null });
    expect(rows({ testRun: aRun({ a: 'passed' }, { kind: 'timed-out' }) })).toEqual({ a: 'passed', b: null });
    expect(rows({ testRun: aRun(null, { kind: 'timed-out' }) })).toEqual({ a: null, b: null });
  });

  test('say nothing when the cell was not measured', () => {
    expect(rows({ code: { kind: 'unmeasured', why: 'budget' } })).toEqual({ a: null, b: null });
  });
});

describe("a commit's inventory", () => {
  test("is its own run's, with its skips, and cells cannot add to it", () => {
    const ownRun = aRun({ a: 'passed', b: 'skipped' });
    const cells = [aRun({ a: 'passed', x: 'passed' }), aRun({ a: 'passed', x: 'passed' })];
    expect(inventoryOf({ ownRun, cells })).toEqual(anInventory(['a', 'b'], ['b']));
  });

  test('is what at least two cells and at least half of those that ended report, where nothing is committed', () => {
    const cells = [
      aRun({ a: 'passed', b: 'passed', rare: 'passed' }),
      aRun({ a: 'failed', b: 'passed' }),
      aRun({ a: 'passed' }),
      aRun({ a: 'passed', late: 'passed' }, { kind: 'timed-out' }),
      aRun(null, 1),
    ];
    expect(inventoryOf({ ownRun: null, cells })).toEqual(anInventory(['a', 'b']));
    expect(inventoryOf({ ownRun: null, cells: cells.slice(0, 1) }).ids).toEqual([]);
    expect(
      inventoryOf({ ownRun: null, cells: [...cells, aRun({ a: 'passed' }), aRun({ a: 'passed' })] }).ids,
    ).toEqual(['a']);
  });

  test('is joined by what cells agree on where the own run is red, because its files may have died at import', () => {
    const cells = [aRun({ a: 'passed', b: 'passed' }), aRun({ a: 'passed', b: 'failed' }, 1)];
    expect(inventoryOf({ ownRun: aRun({ a: 'passed' }, 1), cells }).ids).toEqual(['a', 'b']);
    expect(inventoryOf({ ownRun: aRun(null, 1), cells }).ids).toEqual(['a', 'b']);
  });

  test('is empty where the own run is known by its exit code, whatever cells print', () => {
    const cells = [aRun({ a: 'passed' }), aRun({ a: 'passed' })];
    expect(inventoryOf({ ownRun: exitCodeRun(0), cells }).ids).toEqual([]);
  });

  describe('is shared by both commits', () => {
    const side = (inventory: Inventory, isWhole = false): SideInventory => ({ inventory, isWhole });
    const base = anInventory(['a', 'gone'], ['a']);
    const head = anInventory(['a', 'new']);

    test('where nothing that a test could read differs, because a side may not know all of its tests', () => {
      expect(sharedInventory(side(base), side(head), false)).toEqual(
        anInventory(['a', 'gone', 'new'], ['a']),
      );
    });

    test('by the same ids where test files may differ', () => {
      expect(sharedInventory(side(base), side(head), true).ids).toEqual(['a']);
    });

    test('without what a commit with a green own run does not have: a row of data came or went', () => {
      expect(sharedInventory(side(base, true), side(head, true), false).ids).toEqual(['a']);
      expect(sharedInventory(side(base, true), side(head), false).ids).toEqual(['a', 'gone']);
      expect(sharedInventory(side(base), side(head, true), false).ids).toEqual(['a', 'new']);
    });
  });
});

describe('a repository', () => {
  test('is red when its own run failed, and the failing tests are named', () => {
    expect(redRepository(aRun({ a: 'failed', b: 'passed' }, 1))).toEqual({
      failing: ['a'],
      why: 'the test command exited with 1',
    });
    expect(isRed(aRun({ a: 'failed' }, 0))).toBe(true);
    expect(isRed(aRun({ a: 'passed' }, { kind: 'timed-out' }))).toBe(true);
    expect(isRed(aRun(null, 0))).toBe(true);
  });

  test('is not red when it passes or nothing is committed', () => {
    expect(isRed(aRun({ a: 'passed', b: 'skipped' }))).toBe(false);
    expect(isRed(null)).toBe(false);
  });
});
