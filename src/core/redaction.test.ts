import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { redactor } from './redaction.ts';

const key = fc.stringMatching(/^[a-zA-Z0-9/+_=&"<-]{8,60}$/);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ];
}

describe('a key', () => {
  test('is in the text in none of its forms', () => {
    fc.assert(
      fc.property(key, fc.string(), (secret, around) => {
        const forms = formsOf(secret);
        const cleaned = redactor([secret]).text(`${around} ${forms.join(' ')}`);
        expect(forms.filter((form) => cleaned.includes(form))).toEqual([]);
      }),
    );
  });

  test.each([
    ['Bearer KEY', (secret: string) => `Bearer ${secret}`],
    ['user:KEY', (secret: string) => `x-access-token:${secret}`],
    [':KEY', (secret: string) => `:${secret}`],
    ['KEY:', (secret: string) => `${secret}:`],
  ])('cannot be read out of the base64 of %s', (_, header) => {
    const secret = 'sk-live-0123456789abcdef';
    const cleaned = redactor([secret]).text(`authorization: Basic ${base64(header(secret))} end`);
    const left = /Basic (\S+) end/.exec(cleaned)?.[1] ?? '';
    expect(left).toContain('[key]');
    for (const part of left.split('[key]'))
      expect(Buffer.from(part, 'base64').toString()).not.toMatch(/sk-|live|0123|cdef/);
  });

  test('of several lines is also found line by line', () => {
    const cleaned = redactor(['-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQ\nshort\n']).text(
      '  | MIIEvQIBADANBgkqhkiG9w0BAQ short',
    );
    expect(cleaned).toBe('  | [key] short');
  });

  test('that is only a placeholder blanks nothing', () => {
    expect(redactor(['ollama', '']).text('ask ollama')).toBe('ask ollama');
  });

  test('that begins like another one does not leave the rest of that one', () => {
    expect(redactor(['sk-12345', 'sk-12345-longer']).text('sk-12345-longer sk-12345')).toBe('[key] [key]');
  });
});

describe('text in pieces', () => {
  test('gives what the whole text gives, wherever it is cut', () => {
    const pieces = fc.array(fc.constantFrom('sk-1', '2345', '-long', 'er', ' ', 'c2st', 'MTIzNDU=', 'x'));
    fc.assert(
      fc.property(pieces, (each) => {
        const { text, stream } = redactor(['sk-12345', 'sk-12345-longer']);
        const { push, end } = stream();
        expect([...each.map((piece) => push(piece)), end()].join('')).toBe(text(each.join('')));
      }),
    );
  });

  test('of which one ends inside a key shows no part of it', () => {
    const { push, end } = redactor(['sk-live-0123456789abcdef']).stream();
    expect([push('before sk-live-01234'), push('56789abcdef after'), end()].join('')).toBe(
      'before [key] after',
    );
  });
});
