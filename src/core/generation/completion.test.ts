import { expect, test } from '@jest/globals';
import { completionSchema } from './completion.ts';

const answer = { text: '', finish: 'complete', servedBy: 'm-1', requestId: null, latencyMs: 1 };
const usage = { inputTokens: 900, cachedInputTokens: 600, outputTokens: 50 };

test('an answer that an earlier version stored is read, and says nothing of writes and reasoning', () => {
  expect(completionSchema.parse({ ...answer, usage }).usage).toEqual(usage);
});

test.each([
  ['writes and reasoning', { ...usage, cacheWriteTokens: 300, reasoningTokens: 20 }],
  ['reasoning alone', { ...usage, reasoningTokens: 0 }],
])('an answer with %s is stored as it is', (_name, counted) => {
  expect(completionSchema.parse({ ...answer, usage: counted }).usage).toEqual(counted);
});

test.each([{ cacheWriteTokens: -1 }, { reasoningTokens: null }, { cacheReadTokens: 1 }])(
  'an answer with %j is no answer of ours',
  (change) => {
    expect(completionSchema.safeParse({ ...answer, usage: { ...usage, ...change } }).success).toBe(false);
  },
);
