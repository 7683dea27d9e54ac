import { describe, expect, test } from '@jest/globals';
import { aQuestion } from '../../testing/builders/a-question.ts';
import { measuredFrom } from './measured.ts';
import type { Measurements, UnreadCell } from './measurements.ts';
import type { Question, Role } from '../plan/question.ts';
import type { TestCase, TestReport, TestRun, TreeRuns } from '../results/test-report.ts';
import { expectedTests } from './expected-tests.ts';
import { samplesOf, invalidReasonOf } from './samples-of.ts';

const nothing = { text: '', droppedBytes: 0 };

function aRun(code: number, report: TestReport | null): TestRun {
  return { run: { end: { kind: 'exited', code }, stdout: nothing, stderr: nothing, durationMs: 1 }, report };
}

/** A run that reports these tests; `-` marks those that fail. */
function reported(names: readonly string[], cutShort: readonly string[] = []): TestRun {
  const cases = names.map((name): TestCase => ({
    id: name.replace(/^-/, ''),
    status: name.startsWith('-') ? 'failed' : 'passed',
    message: '',
  }));
  const isRed = cases.some(({ status }) => status === 'failed');
  return aRun(isRed ? 1 : 0, {
    format: 'node-test',
    cases,
    ...(cutShort.length === 0 ? {} : { cutShort }),
  });
}

const exitCode = (code: number): TestRun => aRun(code, { format: 'exit-code', cases: [] });
const trees = (own: TestRun | null, emptied = aRun(1, null)): TreeRuns => ({ own, emptied, notes: [] });

type Sides<Value> = { readonly base: Value; readonly head: Value };

function measured(
  question: Question,
  of: { readonly trees: Sides<TreeRuns>; readonly cells?: Sides<readonly TestRun[]> },
): Measurements {
  if (question.base === null) throw new Error('a comparison is expected');
  const arms = { base: question.base, head: question.head };
  const cells = (role: Role): UnreadCell[] =>
    (of.cells?.[role] ?? []).map((testRun, sample) => ({
      question: question.id,
      role,
      arm: arms[role],
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
      [question.base.version, of.trees.base],
      [question.head.version, of.trees.head],
    ]),
  });
}

const kinds = (question: Question, measurements: Measurements): unknown => {
  const { base, head } = samplesOf(question, measurements);
  return { base: base.map(({ kind }) => kind), head: head.map(({ kind }) => kind) };
};

describe('tests that come from data', () => {
  const question = aQuestion();

  test.each([
    ['went', ['a', 'b'], ['a']],
    ['came', ['a'], ['a', 'b']],
  ])('are compared on what both commits have: a row %s', (_, base, head) => {
    const measurements = measured(question, {
      trees: { base: trees(reported(base)), head: trees(reported(head)) },
      cells: { base: [reported(base)], head: [reported(head)] },
    });
    expect(expectedTests(question, measurements).shared.ids).toEqual(['a']);
    expect(kinds(question, measurements)).toEqual({ base: ['passed'], head: ['passed'] });
  });

  test('are compared so although the head is red, where a file that they may read differs', () => {
    const differing = { ...question, change: { ...question.change, otherFilesChanged: true } };
    const measurements = measured(differing, {
      trees: { base: trees(reported(['a', 'b'])), head: trees(reported(['-a'])) },
    });
    expect(expectedTests(differing, measurements).shared.ids).toEqual(['a']);
    expect(expectedTests(question, measurements).shared.ids).toEqual(['a', 'b']);
  });
});

describe('where no code is committed', () => {
  const question = aQuestion();
  const bare = { base: trees(null), head: trees(null) };

  test('an answer that ends its tests with 0 does not pass', () => {
    const good = reported(['x.mjs > a', 'y.mjs > b']);
    const cells = {
      base: [reported([], ['x.mjs']), reported(['y.mjs > b'], ['x.mjs'])],
      head: [good, good],
    };
    expect(kinds(question, measured(question, { trees: bare, cells }))).toEqual({
      base: ['no-report', 'no-report'],
      head: ['passed', 'passed'],
    });
  });

  test('an exit code alone does not pass beside cells that name their tests', () => {
    const cells = { base: [exitCode(0), exitCode(0)], head: [exitCode(0), reported(['a']), exitCode(0)] };
    expect(kinds(question, measured(question, { trees: bare, cells }))).toEqual({
      base: ['passed', 'passed'],
      head: ['no-report', 'passed', 'no-report'],
    });
  });

  test("tests in a model's own files are neither expected nor counted", () => {
    const own = reported(['check/a.mjs > a', '-src/own.mjs > own']);
    const cells = { base: [own, own], head: [reported(['check/a.mjs > a']), own] };
    const measurements = measured(question, { trees: bare, cells });
    expect(expectedTests(question, measurements).shared.ids).toEqual(['check/a.mjs > a']);
    expect(kinds(question, measurements)).toEqual({
      base: ['passed', 'passed'],
      head: ['passed', 'passed'],
    });
  });
});

describe('with `writes` emptied', () => {
  const question = aQuestion();
  const isVoid = (own: TestRun | null, emptied: TestRun): boolean => {
    const both = trees(own, emptied);
    return invalidReasonOf(question, measured(question, { trees: { base: both, head: both } })) !== null;
  };

  test('a suite that runs none of its tests and exits with 0 shows no independence of the code', () => {
    expect(isVoid(reported(['a', 'b']), exitCode(0))).toBe(false);
    expect(isVoid(reported(['a', 'b']), reported(['a']))).toBe(false);
    expect(isVoid(reported(['a', 'b']), reported(['a', 'b']))).toBe(true);
  });

  test('the exit code decides where no test is known', () => {
    expect(isVoid(null, exitCode(0))).toBe(true);
    expect(isVoid(exitCode(0), exitCode(0))).toBe(true);
    expect(isVoid(exitCode(0), exitCode(1))).toBe(false);
  });
});
