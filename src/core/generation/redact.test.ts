import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { redact } from './redact.ts';

test('a key is in the text in none of its forms', () => {
  const key = fc.stringMatching(/^[a-zA-Z0-9/+_=&"-]{8,60}$/);
  fc.assert(
    fc.property(key, fc.string(), (secret, around) => {
      const bytes = Buffer.from(secret);
      const forms = [
        secret,
        bytes.toString('base64'),
        bytes.toString('base64url'),
        encodeURIComponent(secret),
      ];
      const cleaned = redact(`${around} ${forms.join(' ')}`, [secret]);
      expect(forms.filter((form) => cleaned.includes(form))).toEqual([]);
    }),
  );
});

test('a placeholder too short to be a key blanks nothing', () => {
  expect(redact('none of these', ['none'])).toBe('none of these');
});

test('control characters and line ends become one space', () => {
  expect(redact('a\r\n\u0000b\u2028c\u202E', [])).toBe('a b c');
});
