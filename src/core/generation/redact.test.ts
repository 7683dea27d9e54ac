import { expect, test } from '@jest/globals';
import { redact } from './redact.ts';

test('a key is cut out before the text is clipped, so that no half of it is left at the end', () => {
  const key = 'sk-live-0123456789abcdef';
  expect(redact(`${'x'.repeat(290)} ${key}`, [key])).toBe(`${'x'.repeat(290)} [key]`);
});

test('control characters and line ends become one space', () => {
  expect(redact('a\r\n\u0000b\u2028c\u202E', [])).toBe('a b c');
});
