import { describe, expect, test } from '@jest/globals';
import { aQuestion } from '../../testing/builders/a-question.ts';
import type { Question, Role } from '../plan/question.ts';
import type { TestRun, TreeRuns } from '../results/test-report.ts';
import { expectedTests } from './expected-tests.ts';
import { measuredFrom } from './measured.ts';
import type { Measurements, UnreadCell } from './measurements.ts';
import { testsOfSides } from './requirements.ts';
import { openAtFirst, stillOpen } from './still-open.ts';
import { incomparableReason, samplesOf } from './samples-of.ts';

const nothing = { text: '', droppedBytes: 0 };

/** A run that reports these tests; `-` marks those that fail. */
function reported(names: readonly string[]): TestRun {
  const cases = names.map((name) => ({
    id: name.replace(/^-/, ''),
    status: name.startsWith('-') ? ('failed' as const) : ('passed' as const),
    message: '',
  }));
  const code = cases.some(({ status }) => status === 'failed') ? 1 : 0;
  const run = { end: { kind: 'exited', code }, stdout: nothing, stderr: nothing, durationMs: 1 } as const;
  return { run, report: { format: 'node-test', cases } };
}

const emptied = reported([]);
const trees = (own: TestRun | null): TreeRuns => ({ own, emptied, notes: [] });

type Side = { readonly own: TestRun | null; readonly cells: readonly TestRun[] };

function measured(question: Question, sides: Readonly<Record<Role, Side>>): Measurements {
  const { base, head } = question;
  if (base === null) throw new Error('a comparison is expected');
  const cells = (role: Role): UnreadCell[] =>
    sides[role].cells.map((testRun, sample) => ({
      question: question.id,
      role,
      arm: role === 'base' ? base : head,
      sample,
      code: { kind: 'files' },
      testRun,
      flaky: [],
      generation: null,
      cached: false,
    }));
  return measuredFrom({
    questions: [question],
    cells: [...cells('base'), ...cells('head')],
    trees: new Map([
      [base.version, trees(sides.base.own)],
      [head.version, trees(sides.head.own)],
    ]),
  });
}

const rules = { drop: 0.4, alpha: 0.05, beta: 0.1, portable: 0.8 };

const times = (count: number, names: readonly string[]): TestRun[] =>
  Array.from({ length: count }, () => reported(names));

describe('the tests that only the head has', () => {
  const question = aQuestion();
  const base = { own: reported(['old']), cells: times(5, ['old']) };
  const own = reported(['old', 'new', 'newer']);
  const heads = (passing: number): Side => ({
    own,
    cells: [...times(passing, ['old', 'new', 'newer']), ...times(5 - passing, ['old', 'new', '-newer'])],
  });

  test.each([
    [5, 'met'],
    [4, 'undecided'],
    [1, 'undecided'],
    [0, 'unmet'],
  ])('with all of them passed by %i of 5 samples are %s', (passing, verdict) => {
    const { requirements } = testsOfSides(question, measured(question, { base, head: heads(passing) }));

    expect(requirements).toMatchObject({ verdict, passed: passing, samples: 5 });
    expect(requirements?.tests).toEqual([
      { test: 'new', passed: 5, failed: 0 },
      { test: 'newer', passed: passing, failed: 5 - passing },
    ]);
  });

  test('never touch what held of the old', () => {
    const { base: before, head } = samplesOf(question, measured(question, { base, head: heads(0) }));

    expect([...before, ...head].map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'passed'));
  });

  test('count in how the whole head suite does', () => {
    const { wholeHead } = testsOfSides(question, measured(question, { base, head: heads(2) }));

    expect(wholeHead).toEqual({ passed: 2, failed: 3, unmeasured: 0 });
  });

  test('that did not report in a sample were not passed by it', () => {
    const head = { own, cells: times(5, ['old']) };

    expect(testsOfSides(question, measured(question, { base, head })).requirements?.verdict).toBe('unmet');
  });

  test.each([
    ['a drop is shown and the new tests fail so far', ['-old', '-new', '-newer'], ['head']],
    ['a drop is shown and the new tests pass so far', ['-old', 'new', 'newer'], ['head']],
    ['no drop is shown', ['old', 'new', 'newer'], ['base', 'head']],
  ])('need, after three samples a side, where %s: %j → %j', (_, names, open) => {
    const three = measured(question, {
      base: { own: base.own, cells: times(3, ['old']) },
      head: { own, cells: times(3, names) },
    });
    const round = { taken: 1, before: ['base', 'head'], rules, questions: 1 } as const;

    expect(openAtFirst(question, three)).toEqual(['base', 'head']);
    expect(stillOpen(question, three, round)).toEqual(open);
  });

  test('need nothing more where samples differ already, or at the last look', () => {
    const sides = (head: readonly TestRun[]) =>
      measured(question, { base: { own: base.own, cells: times(3, ['old']) }, head: { own, cells: head } });
    const round = { before: ['base', 'head'], rules, questions: 1 } as const;
    const mixed = sides([...times(2, ['-old', 'new', 'newer']), ...times(1, ['-old', '-new', 'newer'])]);
    const five = sides(times(5, ['-old', '-new', 'newer']));

    expect(stillOpen(question, mixed, { ...round, taken: 1 })).toEqual([]);
    expect(stillOpen(question, five, { ...round, taken: 2, before: ['head'] })).toEqual([]);
  });

  test.each([
    ['may still be decided', 3, ['head']],
    ['are decided', 0, []],
  ])('go on alone where the comparison is futile and they %s', (_, passing, open) => {
    const five = measured(question, {
      base: { own: base.own, cells: times(5, ['-old']) },
      head: {
        own,
        cells: [
          ...times(passing, ['-old', 'new', 'newer']),
          ...times(5 - passing, ['-old', '-new', 'newer']),
        ],
      },
    });
    const round = { taken: 3, before: ['base', 'head'], rules, questions: 1 } as const;

    expect(stillOpen(question, five, round)).toEqual(open);
    expect(stillOpen(question, five, { ...round, before: ['head'] })).toEqual(open);
  });

  test('are asked for alone where the sides have no test in common', () => {
    const apart = measured(question, {
      base: { own: reported(['gone']), cells: times(5, ['gone']) },
      head: { own: reported(['new']), cells: times(5, ['-new']) },
    });

    expect(incomparableReason(question, apart)).toBe('nothing to compare: no test is on both sides');
    expect(testsOfSides(question, apart)).toMatchObject({
      requirements: { verdict: 'unmet' },
      compared: { common: 0, new: 1, gone: 1 },
    });
  });

  test('are none where head has no test of its own', () => {
    const same = measured(question, { base, head: { own: reported(['old']), cells: times(5, ['-old']) } });

    expect(testsOfSides(question, same).requirements).toBeNull();
  });
});

describe('a test that is red on both committed trees', () => {
  const question = aQuestion();
  const own = reported(['good', '-red']);
  const cells = times(5, ['good', '-red']);

  test("leaves the suite's verdict and keeps its row", () => {
    const measurements = measured(question, { base: { own, cells }, head: { own, cells } });
    const { base, head, tests } = samplesOf(question, measurements);

    expect([...base, ...head].every(({ kind }) => kind === 'passed')).toBe(true);
    expect(tests.map(({ test: id }) => id)).toEqual(['good', 'red']);
    expect(testsOfSides(question, measurements).compared).toMatchObject({ common: 2, red: 1 });
  });

  test('stays where a stored base sample passed it', () => {
    const stored = { ...question, reused: [0] };
    const passedOnce = [reported(['good', 'red']), ...times(4, ['good', '-red'])];
    const measurements = measured(stored, { base: { own, cells: passedOnce }, head: { own, cells } });

    expect(expectedTests(stored, measurements).red).toEqual([]);
  });

  test('stays where no other test is left to ask', () => {
    const red = reported(['-red']);
    const all = { own: red, cells: times(5, ['-red']) };

    expect(expectedTests(question, measured(question, { base: all, head: all })).red).toEqual([]);
  });
});

describe('a test that moved by proof', () => {
  const from = 'test/old.mjs > a';
  const to = 'test/new.mjs > a';
  const plain = aQuestion();
  const question = {
    ...plain,
    change: {
      ...plain.change,
      testFiles: [{ path: 'test/new.mjs', from: 'test/old.mjs', base: '', head: '' }],
    },
  };
  const measurements = measured(question, {
    base: { own: reported([from]), cells: times(5, [from]) },
    head: { own: reported([to]), cells: times(5, [`-${to}`]) },
  });

  test('is compared with its old self, so that its break shows', () => {
    const { base, head } = samplesOf(question, measurements);

    expect(base.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'passed'));
    expect(head.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'failed'));
  });

  test('is neither new nor gone', () => {
    expect(testsOfSides(question, measurements)).toMatchObject({
      requirements: null,
      compared: { common: 1, new: 0, gone: 0, moved: 1 },
    });
  });
});
