import { expect, test } from '@jest/globals';
import { fewestTokens } from './fewest-tokens.ts';

test.each([
  ['', 0],
  ['   \n\n\t  ', 0],
  ['half of 5 is 3.', 6],
  ['const half = (n) => n / 2;', 11],
  ['a'.repeat(160), 10],
  ['四捨五入', 1],
])('%j', (text, tokens) => {
  expect(fewestTokens(text)).toBe(tokens);
});
