import { expect, test } from '@jest/globals';
import { checkedUsage } from './checked-usage.ts';
import type { Completion, Usage } from './completion.ts';

const prompt = { system: 'x'.repeat(40_000), user: 'y'.repeat(8000), nonce: 'n' };

function answered(usage: Usage): Completion {
  return { text: 'z'.repeat(300), finish: 'complete', servedBy: 'm', requestId: null, latencyMs: 1, usage };
}

test('usage that fits the prompt stays as it is', () => {
  const completion = answered({ inputTokens: 12_000, cachedInputTokens: 8000, outputTokens: 90 });

  expect(checkedUsage(completion, prompt)).toBe(completion);
});

test('a prompt of which a server read only the end is no question that was asked', () => {
  const completion = answered({ inputTokens: 2050, cachedInputTokens: 0, outputTokens: 90 });

  expect(checkedUsage(completion, prompt)).toEqual({
    cut: expect.stringContaining('read 2050 tokens of a prompt of 48000 characters'),
  });
});

test('a short prompt is never held to be cut', () => {
  const completion = answered({ inputTokens: 10, cachedInputTokens: 0, outputTokens: 90 });

  expect(checkedUsage(completion, { ...prompt, system: 'x', user: 'y'.repeat(7000) })).toBe(completion);
});

test('an answer without usage is booked as the estimate, and marked', () => {
  const completion = answered({ inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 });

  expect(checkedUsage(completion, prompt)).toMatchObject({
    isUsageEstimated: true,
    usage: { inputTokens: 16_000, outputTokens: 100 },
  });
});
