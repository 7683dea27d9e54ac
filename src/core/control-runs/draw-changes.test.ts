import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Change, Controls, ProvenChange } from '../controls/change.ts';
import type { TestRun } from '../results/test-report.ts';
import { besideUnnoticed, drawChanges } from './draw-changes.ts';
import { isToControl, needsGuard, unnoticedIn } from './judge-control.ts';

function proven(line: string, tests: readonly string[], kind: Change['kind'] = 'expected'): ProvenChange {
  const change: Change = {
    path: 'a.test.js',
    line,
    occurrence: 0,
    column: 0,
    from: '1',
    to: '2',
    block: null,
    kind,
  };
  return { change, tests, noticedBy: tests };
}

const lines = (drawn: readonly ProvenChange[]): readonly string[] => drawn.map(({ change }) => change.line);

describe('a control asks each test one thing', () => {
  test('no two changes of a draw concern one test, and no test is left out that could be asked', () => {
    const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 3 });
    const many = fc
      .array(ids, { maxLength: 12 })
      .map((all) => all.map((tests, at) => proven(String(at), tests)));
    fc.assert(
      fc.property(many, fc.string(), (all, seed) => {
        const drawn = drawChanges({ proven: all, seed });
        const asked = drawn.flatMap(({ tests }) => [...new Set(tests)]);
        expect(new Set(asked).size).toBe(asked.length);
        const left = all.filter((each) => !drawn.includes(each));
        expect(left.every(({ tests }) => tests.some((id) => asked.includes(id)))).toBe(true);
        expect(drawChanges({ proven: all, seed })).toEqual(drawn);
      }),
    );
  });

  test('a literal goes before an assertion that is turned round, whatever the seed', () => {
    const all = [proven('turned', ['x'], 'turned'), proven('literal', ['x'])];
    for (const seed of ['1', '2', '3', '4'])
      expect(lines(drawChanges({ proven: all, seed }))).toEqual(['literal']);
  });

  test('which of two changes is made depends on the tree', () => {
    const all = [proven('one', ['x']), proven('two', ['x'])];
    const seeds = Array.from({ length: 20 }, (_, index) => String(index));
    expect(new Set(seeds.flatMap((seed) => lines(drawChanges({ proven: all, seed })))).size).toBe(2);
  });

  test('asked again, the tests that noticed nothing get another change', () => {
    const all = [proven('one', ['x']), proven('two', ['x']), proven('other', ['y'])];
    const before = drawChanges({ proven: all, seed: 's' });
    const again = drawChanges({ proven: all, seed: 's', again: { before, unnoticed: new Set(['x']) } });
    expect(lines(again).filter((line) => lines(before).includes(line))).toEqual([]);
    expect(again.flatMap(({ tests }) => tests)).toEqual(['x']);
  });
});

test('rows of one table that went unnoticed side by side are asked again, and one alone is not', () => {
  const row = (name: string): ProvenChange => {
    const each = proven(name, [name]);
    return { ...each, change: { ...each.change, block: 'table ' } };
  };
  const drawn = [row('a'), row('b'), row('c'), proven('elsewhere', ['d'])];
  expect(lines(besideUnnoticed(drawn, new Set(['a', 'c', 'd'])))).toEqual(['c']);
  expect(besideUnnoticed(drawn, new Set(['b', 'd']))).toEqual([]);
});

function run(code: number, statuses: Readonly<Record<string, 'passed' | 'failed'>> | null): TestRun {
  const nothing = { text: '', droppedBytes: 0 };
  const cases = Object.entries(statuses ?? {}).map(([id, status]) => ({ id, status, message: '' }));
  return {
    run: { end: { kind: 'exited', code }, stdout: nothing, stderr: nothing, durationMs: 1 },
    report: statuses === null ? null : { format: 'junit', cases },
  };
}

describe('a control', () => {
  const asked = [proven('one', ['x']), proven('two', ['y'])];

  test.each([
    ['fails as honest code does', run(1, { x: 'failed', y: 'failed' }), []],
    ['passes a test that asks for something else', run(1, { x: 'passed', y: 'failed' }), ['x']],
    ['passes everything', run(0, { x: 'passed', y: 'passed' }), ['x', 'y']],
    ['ends with 0 and names no test', run(0, null), ['x', 'y']],
    ['ends with 1 and names no test', run(1, null), []],
  ])('that %s', (_, testRun, unnoticed) => {
    expect([...unnoticedIn(testRun, asked)]).toEqual(unnoticed);
  });

  test('is due for a tree that passes what it asks, and for no other', () => {
    expect(isToControl(run(0, { x: 'passed', y: 'passed' }), asked)).toBe(true);
    expect(isToControl(run(1, { x: 'passed', y: 'passed', z: 'failed' }), asked)).toBe(true);
    expect(isToControl(run(1, { x: 'passed', y: 'failed' }), asked)).toBe(false);
    expect(isToControl(run(1, null), asked)).toBe(false);
    expect(isToControl(run(0, { x: 'passed', y: 'passed' }), [])).toBe(false);
  });
});

test('the guard stays where controls reach less than half of the tests, or only the exit code', () => {
  const controls: Controls = {
    ...{ proven: [proven('one', ['x'])], changed: 1, noticed: 1, blind: [] },
    ...{ passing: 2, reached: 1, byExitCode: false, isOutOfReach: false },
  };
  expect(needsGuard(controls)).toBe(false);
  expect(needsGuard({ ...controls, passing: 3 })).toBe(true);
  expect(needsGuard({ ...controls, byExitCode: true })).toBe(true);
  expect(needsGuard({ ...controls, proven: [] })).toBe(true);
  expect(needsGuard(null)).toBe(true);
});
