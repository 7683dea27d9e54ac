import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anInspectLog, passing } from '../../testing/builders/outcome-files.ts';
import { UserError } from '../../errors.ts';
import { readOutcomes } from './read-outcomes.ts';

const rules = { scorer: null, passAt: null };
const head = (text: string, name = 'head.json') => ({ base: [], head: [{ name, text }] });
const plain = (outcomes: readonly unknown[]) => head(JSON.stringify({ schema: 1, outcomes }));
const side = { passed: 2, failed: 0 };

test('the plain form holds both sides and their counts', () => {
  const file = plain([
    { item: 'a', model: 'm', base: { passed: 2, failed: 1 }, head: { passed: 0, failed: 2, unmeasured: 1 } },
  ]);

  const { questions } = readOutcomes(file, rules);

  expect(questions).toHaveLength(1);
  expect(questions[0]?.base.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'failed']);
  expect(questions[0]?.head.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'unmeasured']);
});

describe('a file that cannot be used is one clear line', () => {
  test.each([
    ['an empty file', '', 'is empty'],
    ['an archive', 'PK\u0003\u0004…', 'ending `.eval`'],
    ['half of a file', '{"results": {"results": [', 'is not whole JSON'],
    ['lines of JSON', '{"a":1}\n{"a":2}\n', 'is not whole JSON'],
    [
      'some other JSON',
      '{"hello": "world"}',
      'neither results of promptfoo nor a log of inspect_ai nor the plain form',
    ],
    ['a list', '[]', 'neither results of promptfoo'],
    ['a number', '17', 'neither results of promptfoo'],
    ['null', 'null', 'neither results of promptfoo'],
    ['results without rows', '{"results": {"results": 7}}', '`results.results`'],
    ['a row without an outcome', '{"results": {"results": [{}]}}', '`results.results.0.success`'],
    ['a log without a model', '{"status": "success", "eval": {"task": "t"}}', '`eval.model`'],
    ['a plain file without entries', '{"schema": 1, "outcomes": []}', '`outcomes`'],
    ['a plain file of the future', '{"schema": 2, "outcomes": []}', '`schema`'],
  ])('%s', (_, text, says) => {
    const refusal = refusalOf(() => readOutcomes(head(text), rules));

    expect(refusal.code).toBe('OUTCOMES_UNREADABLE');
    expect(refusal.message).toContain(says);
  });

  test('whatever the file and its name hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.json(), (name, text) => {
        const { message } = refusalOf(() => readOutcomes(head(text, `\u001B[31m${name}\n`), rules));

        expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
    );
  });
});

describe('outcomes that no comparison can be made of are refused', () => {
  test.each<readonly [string, readonly unknown[], { readonly code: string; readonly says: string }]>([
    [
      'two entries for one question',
      [
        { item: 'a', model: 'm', base: side, head: side },
        { item: 'a', model: 'm', base: side, head: side },
      ],
      { code: 'OUTCOMES_NOT_COMPARABLE', says: 'two entries' },
    ],
    [
      'one sample of an item',
      [{ item: 'a', model: 'm', base: side, head: { passed: 1, failed: 0 } }],
      { code: 'TOO_FEW_SAMPLES', says: 'one sample of an item cannot tell a change from chance' },
    ],
    [
      'more samples than the exact plan can take',
      [{ item: 'a', model: 'm', base: side, head: { passed: 150, failed: 51 } }],
      { code: 'OUTCOMES_NOT_COMPARABLE', says: 'at most 200 samples' },
    ],
  ])('%s', (_, outcomes, { code, says }) => {
    const refusal = refusalOf(() => readOutcomes(plain(outcomes), rules));

    expect(refusal).toMatchObject({ code, message: expect.stringContaining(says) });
  });

  test.each([
    ['more than 2000 questions', 2001, 2],
    ['more than 200000 samples', 1001, 100],
  ])('%s', (_, items, passed) => {
    const counts = { passed, failed: 0 };
    const file = plain(
      Array.from({ length: items }, (__, index) => ({
        item: `i${index}`,
        model: 'm',
        base: counts,
        head: counts,
      })),
    );

    expect(() => readOutcomes(file, rules)).toThrow(
      /OUTCOMES_NOT_COMPARABLE: .* too many to be judged together/,
    );
  });

  test('many items do not make up for one sample each', () => {
    const items = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`i${index}`, [true]]));
    const log = (run: string) => ({ name: run, text: anInspectLog({ items, run }) });

    const refusal = refusalOf(() => readOutcomes({ base: [log('base')], head: [log('head')] }, rules));

    expect(refusal).toMatchObject({
      code: 'TOO_FEW_SAMPLES',
      message: expect.stringMatching(/Samples of other items do not help.*--epochs 20/),
    });
  });

  test('files of two formats', () => {
    const log = { name: 'log.json', text: anInspectLog({ items: { a: passing(2, 2) } }) };
    const other = { name: 'plain.json', text: plain([]).head[0]?.text ?? '' };

    expect(() => readOutcomes({ base: [other], head: [log] }, rules)).toThrow(
      /`log\.json` is a log of inspect_ai, and `plain\.json` is the plain form/,
    );
    expect(() => readOutcomes({ base: [other], head: [other] }, rules)).toThrow(/holds both sides/);
  });
});

test('the order of samples and of items changes nothing but the order of the questions', () => {
  const outcome = fc.constantFrom(true, false, { error: 'overloaded' });
  const samples = fc.array(outcome, { minLength: 2, maxLength: 12 });
  const items = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), samples, { minKeys: 1, maxKeys: 4 });
  fc.assert(
    fc.property(items, (base) => {
      const turned = Object.fromEntries(
        Object.entries(base)
          .toReversed()
          .map(([item, all]) => [item, all.toReversed()]),
      );
      const epochs = 2;
      const log = (run: string, of: typeof base) => ({
        name: run,
        text: anInspectLog({ items: of, run, epochs }),
      });
      const read = (of: typeof base) =>
        readOutcomes({ base: [log('base', base)], head: [log('head', of)] }, rules)
          .questions.map(({ item, head: all }) => ({ item, all: all.map((each) => each.outcome).toSorted() }))
          .toSorted((one, other) => one.item.localeCompare(other.item));

      const asWritten = read(base);

      expect(read(turned)).toEqual(asWritten);
      for (const { item, all } of asWritten) {
        const own = base[item.replace('minutes ', '')] ?? [];
        const count = (wanted: string) => all.filter((each) => each === wanted).length;
        expect([count('passed'), count('failed'), count('unmeasured')]).toEqual([
          own.filter((each) => each === true).length,
          own.filter((each) => each === false).length,
          own.filter((each) => typeof each === 'object').length,
        ]);
      }
    }),
    { numRuns: 60 },
  );
});

test('two items of one name get two names', () => {
  const row = (vars: Record<string, string>, id: string) => ({
    id,
    success: true,
    failureReason: 0,
    promptIdx: 0,
    prompt: { label: 'p', raw: 'p' },
    provider: { id: 'echo', label: '' },
    testCase: { description: 'same', vars, assert: [{ type: 'equals', value: '1' }] },
  });
  const file = (run: string) => ({
    name: run,
    text: JSON.stringify({
      results: {
        results: [1, 2].flatMap((turn) => [
          row({ x: '1' }, `${run}a${turn}`),
          row({ x: '2' }, `${run}b${turn}`),
        ]),
      },
    }),
  });

  const { questions } = readOutcomes({ base: [file('base')], head: [file('head')] }, rules);

  expect(questions.map(({ item }) => item)).toEqual([
    expect.stringMatching(/^same \([0-9a-f]{8}\)$/),
    expect.stringMatching(/^same \([0-9a-f]{8}\)$/),
  ]);
  expect(new Set(questions.map(({ item }) => item)).size).toBe(2);
});

function refusalOf(read: () => unknown): UserError {
  try {
    read();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
