import { describe, expect, test } from '@jest/globals';
import { aQuestion } from '../../testing/builders/a-question.ts';
import { textDigest } from '../digest.ts';
import { writeAnswer } from '../generation/answer-protocol.ts';
import { foreignSamples } from './foreign-samples.ts';

const question = aQuestion();
const texts = { base: 'Round half up, as base says.\n', head: 'Round half up, as head says.\n' } as const;
const path = 'src/duration.mjs';

function aLine(overrides: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    spec: texts.head,
    model: question.head.model.id,
    files: [{ path, content: 'export const parse = 1;\n' }],
    servedBy: 'simulated-model',
    at: 1000,
    ...overrides,
  };
}

function without(line: Readonly<Record<string, unknown>>, ...names: readonly string[]) {
  return Object.fromEntries(Object.entries(line).filter(([name]) => !names.includes(name)));
}

const fileOf = (lines: readonly unknown[]): string =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
const samplesOf = (...lines: readonly unknown[]) =>
  foreignSamples(fileOf(lines), [question], { id: 'a1'.repeat(8) });

describe('answers from elsewhere', () => {
  test('become samples of the arm with exactly their text, in the order of the file', () => {
    const { records, empty } = samplesOf(
      aLine({ at: 1 }),
      aLine({ at: 2, spec: texts.base }),
      aLine({ at: 3 }),
      { ...without(aLine({ at: 4 }), 'spec'), specSha256: textDigest(texts.base) },
    );

    expect(empty).toBe(0);
    expect(records.map(({ key, sample, origin }) => ({ key, sample, at: origin.at }))).toEqual([
      { key: question.head.keyOf(0), sample: 0, at: 1 },
      { key: question.base.keyOf(0), sample: 0, at: 2 },
      { key: question.head.keyOf(1), sample: 1, at: 3 },
      { key: question.base.keyOf(1), sample: 1, at: 4 },
    ]);
  });

  test('are marked with their import, and say which model was served', () => {
    const [record] = samplesOf(aLine({ usage: { inputTokens: 7, outputTokens: 9 } })).records;

    expect(record?.origin).toMatchObject({ event: 'local', import: 'a1'.repeat(8) });
    expect(record?.result).toMatchObject({
      completion: { servedBy: 'simulated-model', usage: { inputTokens: 7, outputTokens: 9 } },
    });
  });

  test.each([
    ['no file', { files: [] }],
    ['an empty file', { files: [{ path, content: '' }] }],
    ['nothing but white space', { files: [{ path, content: ' \n\n' }] }],
    ['an empty text', { files: undefined, text: '\n' }],
  ])('with %s are unmeasured: they take no sample number', (_, nothing) => {
    const { records, empty } = samplesOf(aLine({ at: 1 }), aLine({ at: 2, ...nothing }), aLine({ at: 3 }));

    expect(empty).toBe(1);
    expect(records.map(({ sample, origin }) => [sample, origin.at])).toEqual([
      [0, 1],
      [1, 3],
    ]);
  });

  test('in the answer protocol are read with their own nonce, and may be cut off or refused', () => {
    const text = writeAnswer([{ path, content: 'x\n' }], 'N0NCE9');
    const { records } = samplesOf(
      aLine({ files: undefined, text, nonce: 'N0NCE9' }),
      aLine({ files: undefined, text: text.slice(0, 40), nonce: 'N0NCE9', finish: 'truncated' }),
      aLine({ files: undefined, text: 'I will not.', finish: 'refused' }),
    );

    expect(records.map(({ nonce, sample }) => [nonce, sample])).toMatchObject([
      ['N0NCE9', 0],
      ['N0NCE9', 1],
      [expect.any(String), 2],
    ]);
  });
});

describe('one line that cannot be a sample refuses the whole file, by its number', () => {
  const same = JSON.stringify(aLine());
  test.each<[string, unknown, string]>([
    ['no JSON', '{', 'is no JSON'],
    ['nothing at all', '', 'is no JSON'],
    ['a list', '[]', 'is of another shape'],
    ['a name that is not known', aLine({ passed: true }), 'is of another shape'],
    ['a prototype', same.replace('{', '{"__proto__":{"a":1},'), 'is of another shape'],
    ['a name twice', same.replace('{', '{"model": "other",'), 'gives a name twice'],
    [
      'a name twice, far apart',
      same.replace('{', `{"model"${' '.repeat(99)}:"other",`),
      'gives a name twice',
    ],
    [
      'both text and digest of its spec',
      aLine({ specSha256: textDigest(texts.head) }),
      'exactly one of `spec`',
    ],
    ['neither files nor text', without(aLine(), 'files'), 'exactly one of `files`'],
    ['another model', aLine({ model: 'gpt-0' }), 'names a model that this check does not ask'],
    ['another text', aLine({ spec: 'Round down.\n' }), 'neither the base nor the head'],
    ['a path out of the tree', aLine({ files: [{ path: '../x', content: 'x' }] }), 'cannot be written'],
    [
      'a path that is not under `writes`',
      aLine({ files: [{ path: 'lib/x', content: 'x' }] }),
      'cannot be written',
    ],
    ['a test', aLine({ files: [{ path: 'src/a.test.mjs', content: 'x' }] }), 'cannot be written'],
    ['a path twice', aLine({ files: [1, 2].map(() => ({ path, content: 'x' })) }), 'cannot be written'],
    [
      'too many files',
      aLine({ files: Array.from({ length: 501 }, () => ({ path, content: 'x' })) }),
      'another shape',
    ],
    [
      'a text in Markdown',
      aLine({ files: undefined, text: '```js\nx\n```\n' }),
      'is not in the answer protocol',
    ],
    ['a count that is no number', aLine({ usage: { inputTokens: -1, outputTokens: 1.5 } }), 'another shape'],
    ['no time', without(aLine(), 'at'), 'another shape'],
  ])('%s', (_, line, why) => {
    const reading = (): unknown => samplesOf(aLine({ at: 5 }), line);

    expect(reading).toThrow(/^RECORDS_NOT_IMPORTED: line 2 of the file of `--generations` [^\n]*$/);
    expect(reading).toThrow(why);
  });

  test('the same answer twice', () => {
    expect(() => samplesOf(aLine(), aLine())).toThrow('is line 1 again: one answer is one sample');
  });

  test('a text that is on both sides', () => {
    const both = { ...question, base: question.head };
    expect(() => foreignSamples(fileOf([aLine()]), [both], { id: 'a1'.repeat(8) })).toThrow(
      'is on both sides',
    );
  });
});
