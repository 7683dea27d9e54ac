import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/adapters/api-client/received.ts
function noticed(message, known = {}) {
  return { kind: "failed", facts: factsOf(message, known) };
}
function factsOf(message, known = {}) {
  return { status: null, type: null, code: null, message, requestId: null, retryAfterMs: null, ...known };
}

// src/core/generation/reported-usage.ts
var nothingReported = {
  inputTokens: null,
  cachedInputTokens: 0,
  cacheWriteTokens: null,
  outputTokens: null,
  reasoningTokens: null
};
function reportedUsage(counts) {
  const { input, cacheRead, cacheWrite, hourCacheWrite, output, reasoning } = counts;
  const [read, written] = [cacheRead ?? 0, cacheWrite ?? 0];
  const isFreshOnly = counts.counting === "fresh" || input !== null && input < read;
  return {
    inputTokens: input !== null && isFreshOnly ? input + read + written : input,
    cachedInputTokens: read,
    cacheWriteTokens: cacheWrite,
    ...hourCacheWrite ? { hourCacheWriteTokens: hourCacheWrite } : {},
    outputTokens: output,
    reasoningTokens: reasoning
  };
}
function countAt(value, ...path) {
  const [name, ...rest] = path;
  if (name === void 0) return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
  if (typeof value !== "object" || value === null || Array.isArray(value) || !Object.hasOwn(value, name))
    return null;
  return countAt(Object.entries(value).find(([key]) => key === name)?.[1], ...rest);
}

export {
  noticed,
  factsOf,
  nothingReported,
  reportedUsage,
  countAt
};
