import { describe, expect, test } from '@jest/globals';
import { aModel } from '../../testing/builders/a-question.ts';
import { providerNames, providers } from '../providers.ts';
import { estimateInputTokens } from '../estimate-tokens.ts';
import { callOf } from './planned-call.ts';

test('a planned call reserves the prompt and the whole output the model may give', () => {
  const model = aModel({ maxOutputTokens: 4096, price: { input: 1, output: 2 } });

  expect(callOf(model, 'x'.repeat(300))).toMatchObject({
    inputTokens: 100,
    maxOutputTokens: 4096,
    price: { outputPerMillion: 2 },
  });
});

const caps = providerNames.flatMap((provider) =>
  providers[provider].outputCaps.map((name) => [provider, name] as const),
);

describe.each(caps)('the cap on output of %s in `params`, `%s`,', (provider, name) => {
  const outputOf = (params: Readonly<Record<string, unknown>>): number =>
    callOf(aModel({ provider, maxOutputTokens: 4096, params }), '').maxOutputTokens;

  test('raises the reservation where it is higher than the model’s own, and never lowers it', () => {
    expect(outputOf({ [name]: 9000 })).toBe(9000);
    expect(outputOf({ [name]: 10 })).toBe(4096);
    expect(outputOf({ [name]: '9000' })).toBe(4096);
  });

  test('is seen at every depth, and the highest of several counts', () => {
    expect(outputOf({ generationConfig: { [name]: 9000 } })).toBe(9000);
    expect(outputOf({ [name]: 5000, extra_body: { fallbacks: [{ [name]: 7000 }, { [name]: 6000 }] } })).toBe(
      7000,
    );
  });

  test('is not mixed up with other numbers', () => {
    expect(outputOf({ seed: 9_000_000, thinking: { budget: 9000 }, [name]: null })).toBe(4096);
  });
});

const counts = providerNames.flatMap((provider) =>
  providers[provider].answerCounts.map((name) => [provider, name] as const),
);

test.each(counts)('of %s all answers that `%s` asks for are reserved, for all are paid', (provider, name) => {
  const outputOf = (params: Readonly<Record<string, unknown>>): number =>
    callOf(aModel({ provider, maxOutputTokens: 4096, params }), '').maxOutputTokens;

  expect(outputOf({ [name]: 3 })).toBe(3 * 4096);
  expect(outputOf({ generationConfig: { [name]: 2 } })).toBe(2 * 4096);
  expect(outputOf({ [name]: 0 })).toBe(4096);
});

test('tokens are estimated from the bytes of the text, so that no script comes out too cheap', () => {
  expect(estimateInputTokens('')).toBe(0);
  expect(estimateInputTokens('abcd')).toBe(2);
  expect(estimateInputTokens('日本語')).toBe(3);
});
