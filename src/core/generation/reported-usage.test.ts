import { expect, test } from '@jest/globals';
import { countAt } from './reported-usage.ts';

test.each([
  ['a count', { a: { b: 12 } }, 12],
  ['nothing', { a: { b: 0 } }, 0],
  ['text', { a: { b: 'n/a' } }, null],
  ['digits in a text', { a: { b: '12' } }, null],
  ['a count below zero', { a: { b: -1 } }, null],
  ['half a token', { a: { b: 0.5 } }, null],
  ['no number', { a: { b: Number.NaN } }, null],
  ['no end', { a: { b: Number.POSITIVE_INFINITY } }, null],
  ['null', { a: { b: null } }, null],
  ['an empty object', { a: {} }, null],
  ['a text in place of the object', { a: 'unknown' }, null],
  ['nothing at all', null, null],
])('%s where a count should stand', (_name, value, expected) => {
  expect(countAt(value, 'a', 'b')).toBe(expected);
});

test('what every object inherits is no count', () => {
  expect(countAt({ a: [] }, 'a', 'length')).toBeNull();
  expect(countAt({}, 'constructor', 'length')).toBeNull();
});
