import type { Usage } from '../generation/completion.ts';
import type { WireCall } from './wire-facts.ts';

/** What all calls of an agent used together; null if none was answered. */
export function sumOfUsage(calls: readonly Pick<WireCall, 'usage'>[]): Usage | null {
  const paid = calls.flatMap(({ usage }) => (usage === null ? [] : [usage]));
  if (paid.length === 0) return null;
  const sum = (count: (usage: Usage) => number): number =>
    paid.reduce((total, usage) => total + count(usage), 0);
  // A count that one call does not say is unknown for all of them together.
  const isWritten = paid.every(({ cacheWriteTokens }) => cacheWriteTokens !== undefined);
  const forAnHour = sum(({ hourCacheWriteTokens = 0 }) => hourCacheWriteTokens);
  const isReasoned = paid.every(({ reasoningTokens }) => reasoningTokens !== undefined);
  return {
    inputTokens: sum(({ inputTokens }) => inputTokens),
    cachedInputTokens: sum(({ cachedInputTokens }) => cachedInputTokens),
    ...(isWritten ? { cacheWriteTokens: sum(({ cacheWriteTokens = 0 }) => cacheWriteTokens) } : {}),
    ...(isWritten && forAnHour > 0 ? { hourCacheWriteTokens: forAnHour } : {}),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    ...(paid.length > 1
      ? { longestInputTokens: Math.max(...paid.map(({ inputTokens }) => inputTokens)) }
      : {}),
    ...(isReasoned ? { reasoningTokens: sum(({ reasoningTokens = 0 }) => reasoningTokens) } : {}),
  };
}
