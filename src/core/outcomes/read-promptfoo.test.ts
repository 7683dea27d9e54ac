import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readOutcomes } from './read-outcomes.ts';

const rules = { scorer: null, passAt: null };
const fixture = (name: string) => ({
  name,
  text: readFileSync(`fixtures/outcomes/promptfoo-${name}.json`, 'utf8'),
});

type Row = Readonly<Record<string, unknown>>;

const assertion = { type: 'equals', value: '2' };
const aRow = (row: Row): Row => ({
  success: true,
  failureReason: 0,
  promptIdx: 0,
  prompt: { raw: 'the prompt', label: 'the prompt' },
  provider: { id: 'openai:gpt', label: '' },
  testCase: { description: 'half', vars: { x: 1 }, assert: [assertion] },
  gradingResult: { pass: true, reason: 'All assertions passed', componentResults: [{ pass: true }] },
  response: { output: '2' },
  ...row,
});

const file = (name: string, rows: readonly Row[]) => ({
  name,
  text: JSON.stringify({ evalId: name, results: { version: 3, results: rows } }),
});
const twice = [aRow({}), aRow({})];

function outcomesOf(head: readonly Row[]) {
  const files = { base: [file('base', twice)], head: [file('head', head)] };
  return readOutcomes(files, rules).questions.map((question) => question.head.map(({ outcome }) => outcome));
}

test('true results of promptfoo: repeats are the samples of an item on a provider, and errors are unmeasured', () => {
  const { questions } = readOutcomes({ base: [fixture('before')], head: [fixture('after')] }, rules);

  const counted = questions.map(({ item, model, base, head }) => {
    const count = (side: typeof base, wanted: string) =>
      side.filter(({ outcome }) => outcome === wanted).length;
    const of = (side: typeof base) => ['passed', 'failed', 'unmeasured'].map((wanted) => count(side, wanted));
    return { item, model, base: of(base), head: of(head) };
  });
  expect(counted.toSorted((one, other) => one.model.localeCompare(other.model))).toEqual([
    { item: 'rounds half up', model: 'hurt', base: [20, 0, 0], head: [0, 20, 0] },
    { item: 'rounds half up', model: 'steady', base: [19, 1, 0], head: [18, 0, 2] },
  ]);
  const said = questions.flatMap(({ head }) => head.map((sample) => sample.said));
  expect(new Set(said)).toEqual(
    new Set(['', 'Expected output "1" to equal "2"', 'the provider was overloaded']),
  );
});

test('true results with two prompts: the first prompt is the base, and a note says which that is', () => {
  const { questions, notes } = readOutcomes({ base: [], head: [fixture('two-prompts')] }, rules);

  const hurt = questions.find(({ model }) => model === 'hurt');
  const passed = (side: 'base' | 'head') => hurt?.[side].filter(({ outcome }) => outcome === 'passed').length;
  expect([passed('base'), passed('head')]).toEqual([19, 7]);
  expect(notes[0]).toMatch(
    /^The base is the prompt base: base\.txt: .*; the head is the prompt head: head\.txt: /,
  );
});

describe('one row', () => {
  const failed = { success: false, failureReason: 1 };
  test.each<readonly [string, Row, string]>([
    ['a pass', {}, 'passed'],
    ['a failed assertion', failed, 'failed'],
    [
      'an error',
      { success: false, failureReason: 2, error: 'overloaded', gradingResult: null },
      'unmeasured',
    ],
    [
      'an error of a version that gives no reason',
      { success: false, failureReason: undefined, error: 'x', gradingResult: null },
      'unmeasured',
    ],
    [
      'a failure of a version that gives no reason',
      { success: false, failureReason: undefined, error: 'x' },
      'failed',
    ],
    [
      'a grader that failed',
      {
        ...failed,
        gradingResult: { pass: false, componentResults: [{ pass: false, metadata: { graderError: true } }] },
      },
      'unmeasured',
    ],
    [
      'a grader that failed beside an assertion that failed',
      {
        ...failed,
        gradingResult: {
          pass: false,
          componentResults: [{ pass: false, metadata: { graderError: true } }, { pass: false }],
        },
      },
      'failed',
    ],
    [
      'an answer that no assertion judged, which promptfoo passes',
      {
        testCase: { description: 'half', vars: { x: 1 } },
        gradingResult: { pass: true, reason: 'No assertions' },
      },
      'unmeasured',
    ],
  ])('%s is %s', (_, row, outcome) => {
    const base = {
      base: [file('base', [aRow(row), aRow(row)])],
      head: [file('head', [aRow(row), aRow(row)])],
    };

    expect(readOutcomes(base, rules).questions[0]?.head.map((each) => each.outcome)).toEqual([
      outcome,
      outcome,
    ]);
  });
});

test('an empty answer that failed is counted in a note', () => {
  const empty = aRow({ success: false, failureReason: 1, response: { output: '' } });
  const files = { base: [file('base', twice)], head: [file('head', [empty, aRow({})])] };

  expect(outcomesOf([empty, aRow({})])).toEqual([['failed', 'passed']]);
  expect(readOutcomes(files, rules).notes).toEqual([
    expect.stringMatching(/^Empty answers count as failed: 0 on the base, 1 on the head\./),
  ]);
});

test('a test whose assertion changed is another item, and both are named as not compared', () => {
  const other = aRow({
    testCase: { description: 'half', vars: { x: 1 }, assert: [{ type: 'equals', value: '3' }] },
  });

  expect(() => outcomesOf([other, other])).toThrow(
    /no item was asked.*Only on the base.*half.*Only on the head.*half/,
  );
});

test('several prompts of two files are matched by their order, because their labels hold their text', () => {
  const both = (words: string, passes: boolean) =>
    [0, 1].flatMap((promptIdx) => {
      const label = `${words} ${promptIdx}`;
      const row = aRow({
        promptIdx,
        prompt: { raw: label, label },
        success: passes || promptIdx === 0,
        failureReason: 0,
      });
      return [row, row];
    });
  const files = {
    base: [file('base', both('old words', true))],
    head: [file('head', both('new words', false))],
  };

  const { questions, notes } = readOutcomes(files, rules);

  expect(questions.map(({ item, head }) => [item, ...head.map(({ outcome }) => outcome)])).toEqual([
    ['prompt 1 · half', 'passed', 'passed'],
    ['prompt 2 · half', 'failed', 'failed'],
  ]);
  expect(notes).toEqual(['Prompt 1 is new words 0.', 'Prompt 2 is new words 1.']);
});

test('a file alone needs two prompts, and two files as many', () => {
  const second = aRow({ promptIdx: 1, prompt: { raw: 'b', label: 'b' } });

  expect(() => readOutcomes({ base: [], head: [file('head', twice)] }, rules)).toThrow(
    /results of 1 prompt .*--base/,
  );
  expect(() => outcomesOf([...twice, second, second])).toThrow(/of 1 prompt and the head of 2 prompts/);
});
