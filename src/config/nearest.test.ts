import { expect, test } from '@jest/globals';
import { nearest } from './nearest.ts';

const known = ['version', 'specs', 'models', 'max-output-tokens', 'api-key-env'];

test.each([
  ['modles', 'models'],
  ['spec', 'specs'],
  ['maxOutputTokens', 'max-output-tokens'],
  ['api_key_env', 'api-key-env'],
  ['Version', 'version'],
])('%s is taken for %s', (word, expected) => {
  expect(nearest(word, known)).toBe(expected);
});

test.each(['colour', '', 'x', 'x'.repeat(100_000)])(
  'a word that is near to none is taken for none (%#)',
  (word) => {
    expect(nearest(word, known)).toBeNull();
  },
);
