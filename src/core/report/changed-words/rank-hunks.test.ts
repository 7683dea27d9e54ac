import { expect, test } from '@jest/globals';
import { aHunk } from '../../../testing/builders/a-summary.ts';
import { rankHunks } from './rank-hunks.ts';

const hunk = (index: number, text: string) => aHunk({ index, removed: [text], added: [`${text} again`] });
const order = (texts: readonly string[], tests: readonly string[]): readonly number[] =>
  rankHunks(
    texts.map((text, index) => hunk(index, text)),
    tests,
  ).map(({ index }) => index);

const texts = [
  'Names are short.',
  'Files end with a line.',
  'Numbers are rounded half up.',
  'Keep it plain.',
];

test.each([
  'test/half.test.mjs > rounds half up',
  'tests/test_a.py::test_rounds_half_up',
  'TestHalf/RoundsHalfUp',
])('a hunk that shares words with the broken test %s comes first, the others keep their order', (broken) => {
  expect(order(texts, [broken])).toEqual([2, 0, 1, 3]);
});

test('a word that every hunk holds ranks none of them', () => {
  expect(order(['half a', 'half b', 'half c'], ['half'])).toEqual([0, 1, 2]);
});

test('without a broken test the order of the text is kept', () => {
  expect(order(texts, [])).toEqual([0, 1, 2, 3]);
});
