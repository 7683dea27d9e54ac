import { describe, expect, test } from '@jest/globals';
import { aModel } from '../../testing/builders/a-question.ts';
import type { Settings } from '../settings.ts';
import { isNarrow, narrowed, readCommand } from './comment-command.ts';

test.each([
  ['/portability', { models: null, samples: null }],
  ['/portability  models=a,b', { models: ['a', 'b'], samples: null }],
  ['/portability models: a, b samples: 5', { models: ['a', 'b'], samples: 5 }],
  ['/portability samples=5 models=openai/gpt-6.1-sol', { models: ['openai/gpt-6.1-sol'], samples: 5 }],
  [
    `/portability accept-tests ${'c'.repeat(40)}`,
    { models: null, samples: null, acceptTests: 'c'.repeat(40) },
  ],
])('%s is understood', (line, command) => {
  expect(readCommand(line)).toEqual(command);
});

test.each([
  ['/portability now', /`now` is not an option/],
  ['/portability max-usd=1000', /not an option/],
  ['/portability models=', /not an option/],
  ['/portability models=,', /names no model/],
  ['/portability samples=all', /whole number/],
  ['/portability samples=0', /whole number/],
  ['/portability samples=99999', /whole number/],
  ['/portability samples=3 samples=5', /twice/],
  ['/portability accept-tests', /40 digits/],
  ['/portability accept-tests cccccccccccc', /40 digits/],
  [`/portability accept-tests ${'c'.repeat(40)} samples=3`, /nothing else/],
  ['/portability \u202e`@team`', /not an option/],
])('%j gets one line back', (line, message) => {
  expect(() => readCommand(line)).toThrow(message);
  expect(() => readCommand(line)).toThrow(/^COMMENT_NOT_UNDERSTOOD: [\x20-\x7e]*$/);
});

describe('a command narrows what is configured', () => {
  const settings: Pick<Settings, 'models' | 'samples'> = {
    models: [aModel({ id: 'a' }), aModel({ id: 'b' })],
    samples: { looks: [3, 5, 8], base: 20, confirm: 5 },
  };
  // Only models and samples are read.
  const narrow = (line: string) => narrowed(Object.assign(Object.create(null), settings), readCommand(line));

  test('to some of the models, and to the looks up to a number of samples', () => {
    expect(narrow('/portability models=b samples=5')).toMatchObject({
      models: [{ id: 'b' }],
      samples: { looks: [3, 5], base: 20 },
    });
  });

  test('and never widens it', () => {
    expect(narrow('/portability samples=900')).toMatchObject(settings);
    expect(() => narrow('/portability models=c')).toThrow(/there is no model `c`; configured models: a, b/);
    expect(() => narrow('/portability samples=2')).toThrow(/less than 3, the first number in/);
  });

  test('and only a narrow verdict stands for less than the whole check', () => {
    expect(['/portability', '/portability samples=5'].map((line) => isNarrow(readCommand(line)))).toEqual([
      false,
      true,
    ]);
  });
});
