import { expect, test } from '@jest/globals';
import { aQuestion } from '../../testing/builders/a-question.ts';
import type { TestCase, TestRun, TreeRuns } from '../results/test-report.ts';
import { isBaseDead } from './dead-base.ts';
import { measuredFrom } from './measured.ts';

const nothing = { text: '', droppedBytes: 0 };

/** A run that reports these tests; `-` marks those that fail. */
function reported(...names: readonly string[]): TestRun {
  const cases = names.map((name): TestCase => ({
    id: name.replace(/^-/, ''),
    status: name.startsWith('-') ? 'failed' : 'passed',
    message: '',
  }));
  const code = names.some((name) => name.startsWith('-')) ? 1 : 0;
  return {
    run: { end: { kind: 'exited', code }, stdout: nothing, stderr: nothing, durationMs: 1 },
    report: { format: 'node-test', cases },
  };
}

const trees = (own: TestRun | null): TreeRuns => ({ own, emptied: reported('-a'), notes: [] });

function isDead(base: TestRun | null, head: TestRun | null, stored: readonly TestRun[] = []): boolean {
  const made = aQuestion();
  const question = { ...made, change: { ...made.change, changedTests: ['a.test.js'] } };
  const arm = question.base;
  if (arm === null) throw new Error('a comparison is expected');
  const cells = stored.map((testRun, sample) => ({
    ...({ question: question.id, role: 'base', arm, sample, code: { kind: 'files' }, testRun } as const),
    ...{ flaky: [], generation: null, cached: true },
  }));
  const known = new Map([
    [arm.version, trees(base)],
    [question.head.version, trees(head)],
  ]);
  return isBaseDead(question, measuredFrom({ questions: [question], cells, trees: known }));
}

test('a base is dead where no test passes on its committed code', () => {
  expect(isDead(reported('-a', '-b'), reported('a', 'b'))).toBe(true);
  expect(isDead(reported('-a', '-b'), reported('-a', '-b'))).toBe(true);
});

test('not where one passes that the head has as well', () => {
  expect(isDead(reported('a', '-b'), reported('a', 'b'))).toBe(false);
});

test('nor where a stored sample passed one', () => {
  expect(isDead(reported('-a', '-b'), reported('-a', '-b'), [reported('-a', '-b')])).toBe(true);
  expect(
    isDead(reported('-a', '-b'), reported('-a', '-b'), [reported('-a', '-b'), reported('a', '-b')]),
  ).toBe(false);
});

test('nor where nothing is committed, or no test is common and only new ones are asked for', () => {
  expect(isDead(null, null)).toBe(false);
  expect(isDead(reported('-a'), reported('b'))).toBe(false);
});
