import { describe, expect, test } from '@jest/globals';
import { anInspectLog, passing, unscored, type LoggedSample } from '../../testing/builders/outcome-files.ts';
import type { ScoreRules } from './read-inspect.ts';
import { readOutcomes } from './read-outcomes.ts';

type LogOf = Omit<Parameters<typeof anInspectLog>[0], 'items'>;

/** Both sides of one item, as logs of inspect_ai. */
function logsOf(
  of: { readonly base: readonly LoggedSample[]; readonly head: readonly LoggedSample[] },
  log: LogOf = {},
) {
  const file = (run: 'base' | 'head') => ({
    name: `${run}.json`,
    text: anInspectLog({ items: { half: of[run] }, run, ...log }),
  });
  return { base: [file('base')], head: [file('head')] };
}

const plainRules: ScoreRules = { scorer: null, passAt: null };

function outcomesOn(side: 'base' | 'head', files: ReturnType<typeof logsOf>, rules = plainRules) {
  return readOutcomes(files, rules).questions.map((question) => question[side].map(({ outcome }) => outcome));
}

test('the epochs of a sample are the samples of an item on the model of the log', () => {
  const { questions, notes } = readOutcomes(logsOf({ base: passing(3, 3), head: passing(1, 3) }), plainRules);

  expect(questions).toEqual([
    {
      item: 'minutes half',
      model: 'openai/gpt-6.1-sol',
      base: Array.from({ length: 3 }, () => ({ outcome: 'passed', said: '' })),
      head: [
        { outcome: 'passed', said: '' },
        { outcome: 'failed', said: 'said' },
        { outcome: 'failed', said: 'said' },
      ],
    },
  ]);
  expect(notes).toEqual([]);
});

describe('what says nothing is unmeasured and never failed', () => {
  test.each<readonly [string, LoggedSample]>([
    ['a sample that ended in an error', { error: 'overloaded' }],
    ['a score that is missing, which inspect_ai writes as NaN', unscored],
    ['a score of null', { score: null }],
  ])('%s', (_, sample) => {
    const files = logsOf({ base: passing(3, 3), head: [true, sample, false] });

    expect(outcomesOn('head', files)).toEqual([['passed', 'unmeasured', 'failed']]);
  });

  test('a planned epoch that the log lacks', () => {
    const files = logsOf({ base: passing(3, 3), head: passing(2, 2) }, { epochs: 3, status: 'cancelled' });

    expect(outcomesOn('head', files)).toEqual([['passed', 'passed', 'unmeasured']]);
  });
});

describe('a score is read as inspect_ai counts it', () => {
  test.each<readonly [unknown, string]>([
    ['C', 'passed'],
    ['I', 'failed'],
    ['N', 'failed'],
    [1, 'passed'],
    [0, 'failed'],
    [1.0, 'passed'],
    [true, 'passed'],
    [false, 'failed'],
    ['yes', 'passed'],
    ['0', 'failed'],
  ])('%j is %s', (score, outcome) => {
    const files = logsOf({ base: passing(2, 2), head: [{ score }, true] });

    expect(outcomesOn('head', files)).toEqual([[outcome, 'passed']]);
  });

  test.each<readonly [unknown, string]>([
    ['P', 'failed'],
    [0.8, 'passed'],
    [0.79, 'failed'],
    [1, 'passed'],
  ])('with --pass-at 0.8, %j is %s', (score, outcome) => {
    const files = logsOf({ base: passing(2, 2), head: [{ score }, true] });

    expect(outcomesOn('head', files, { scorer: null, passAt: 0.8 })).toEqual([[outcome, 'passed']]);
  });

  test.each<readonly [string, unknown, string]>([
    ['a part of the credit', 'P', '--pass-at'],
    ['a number between', 0.37, '--pass-at'],
    ['several values', { depth: 1, tone: 0 }, '--scorer'],
    ['a word', 'good', '--scorer'],
  ])('%s is refused, with the way out', (_, score, option) => {
    const files = logsOf({ base: passing(2, 2), head: [{ score }, true] });

    expect(() => readOutcomes(files, plainRules)).toThrow(
      new RegExp(`OUTCOMES_NOT_COMPARABLE: .*neither passed nor failed.*${option}`),
    );
  });
});

test('of several scorers one has to be named', () => {
  const files = logsOf({ base: passing(2, 2), head: passing(2, 2) }, { scorers: ['match', 'tone'] });

  expect(() => readOutcomes(files, plainRules)).toThrow(/2 scorers \(`match`, `tone`\).*--scorer/);
  expect(outcomesOn('head', files, { scorer: 'tone', passAt: null })).toEqual([['passed', 'passed']]);
  expect(() => readOutcomes(files, { scorer: 'depth', passAt: null })).toThrow(/no scorer `depth`/);
});

test('logs of several models are questions of their own', () => {
  const sides = ['one/a', 'one/b'].map((model) =>
    logsOf({ base: passing(2, 2), head: passing(1, 2) }, { model }),
  );
  const files = { base: sides.flatMap(({ base }) => base), head: sides.flatMap(({ head }) => head) };

  expect(readOutcomes(files, plainRules).questions.map(({ model }) => model)).toEqual(['one/a', 'one/b']);
});

test('the same sample in two files is refused, because a copy is no sample', () => {
  const { base, head } = logsOf({ base: passing(2, 2), head: passing(2, 2) });

  expect(() => readOutcomes({ base, head: [...head, ...head] }, plainRules)).toThrow(
    /stands in the files twice/,
  );
  expect(() => readOutcomes({ base: head, head }, plainRules)).toThrow(/stands in the files twice/);
});

test('one side alone is refused, and so are logs of different models', () => {
  const { base, head } = logsOf({ base: passing(2, 2), head: passing(2, 2) });
  const other = logsOf({ base: passing(2, 2), head: passing(2, 2) }, { model: 'one/b' });

  expect(() => readOutcomes({ base: [], head }, plainRules)).toThrow(/one side only.*--base/);
  expect(() => readOutcomes({ base, head: other.head }, plainRules)).toThrow(
    /same model on both sides\. Only on the base.*gpt-6\.1-sol.*Only on the head.*one\/b/,
  );
});

test('a log without samples is refused', () => {
  const { base, head } = logsOf({ base: passing(2, 2), head: passing(2, 2) });
  const header = head.map(({ name, text }) => ({
    name,
    text: JSON.stringify({ ...JSON.parse(text), samples: undefined }),
  }));

  expect(() => readOutcomes({ base, head: header }, plainRules)).toThrow(
    /OUTCOMES_UNREADABLE.*without any sample/,
  );
});
