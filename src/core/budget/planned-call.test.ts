import { expect, test } from '@jest/globals';
import { aModel } from '../../testing/builders/a-question.ts';
import { callOf, estimateInputTokens } from './planned-call.ts';

test('a planned call reserves the prompt and the whole output the model may give', () => {
  const model = aModel({ maxOutputTokens: 4096, price: { input: 1, output: 2 } });

  expect(callOf(model, 'x'.repeat(300))).toMatchObject({
    inputTokens: 100,
    maxOutputTokens: 4096,
    price: { outputPerMillion: 2 },
  });
});

test('parameters that raise the maximum raise the reservation, and those that lower it do not', () => {
  const outputOf = (params: Readonly<Record<string, unknown>>): number =>
    callOf(aModel({ maxOutputTokens: 4096, params }), '').maxOutputTokens;

  expect(outputOf({ max_tokens: 9000 })).toBe(9000);
  expect(outputOf({ max_output_tokens: 10 })).toBe(4096);
  expect(outputOf({ max_tokens: '9000' })).toBe(4096);
});

test('tokens are estimated from the bytes of the text, so that no script comes out too cheap', () => {
  expect(estimateInputTokens('')).toBe(0);
  expect(estimateInputTokens('abcd')).toBe(2);
  expect(estimateInputTokens('日本語')).toBe(3);
});
