import { expect, test } from '@jest/globals';
import type { Part } from '../../parts/part.ts';
import { plainPhrases } from '../words/phrases.ts';
import { quoteWords, wordsOfPart } from './part-words.ts';

const part = (present: string, absent: string, kind: Part['kind'] = 'requirement'): Part => ({
  id: 'p',
  file: 'SPEC.md',
  kind,
  lines: [4, 4],
  present,
  absent,
});
const quoteOf = (present: string, absent: string): string =>
  plainPhrases(quoteWords(wordsOfPart(part(present, absent))));

test('words that were added are quoted without the marks of their list and their line ends', () => {
  expect(quoteOf('  - 1. Round half\n    up.\n', '')).toBe('Round half up.');
});

test('words that were removed are quoted as removed', () => {
  expect(quoteOf('\n', '- Round half up.\n')).toBe('without Round half up.');
});

test('words that came in the place of others are quoted with them', () => {
  expect(quoteOf('- Round.\n', '- Round half up.\n')).toBe('Round. in place of Round half up.');
});

test('a long part is quoted around what differs, and its words are not counted', () => {
  const long = (word: string): string =>
    `${'a b c d e f '.repeat(20)}rounded ${word}, ${'x y z '.repeat(20)}`;
  const { text, instead, count } = wordsOfPart(part(long('up'), long('down')));

  expect({ text, instead, count }).toEqual({
    text: '… d e f rounded up, x y z x …',
    instead: '… d e f rounded down, x y z x …',
    count: null,
  });
});

test('signs alone are no words', () => {
  expect(wordsOfPart(part('| - | - |\n', '')).count).toBe(0);
  expect(wordsOfPart(part('`x` is 1.5 – not 2.\n', '')).count).toBe(5);
});

test('a change that leaves each word in its place is no replacement of words', () => {
  expect(wordsOfPart(part('Round *up*.', 'Round up.', 'wording')).kind).toBe('same');
});
