/** Tokens as a vendor reported them, counted in our way; null where it gave no count that can be read. */
export type ReportedUsage = {
  /** All input: what was read from the vendor's prompt cache and what was written to it are parts of it. */
  readonly inputTokens: number | null;
  readonly cachedInputTokens: number;
  readonly cacheWriteTokens: number | null;
  /** The part of it that is kept for an hour; missing = nothing. */
  readonly hourCacheWriteTokens?: number;
  /** All output: reasoning is a part of it. */
  readonly outputTokens: number | null;
  readonly reasoningTokens: number | null;
};

/** Nothing was reported. */
export const nothingReported: ReportedUsage = {
  inputTokens: null,
  cachedInputTokens: 0,
  cacheWriteTokens: null,
  outputTokens: null,
  reasoningTokens: null,
};

/** The counts of one call as they stand in a vendor's answer. */
export type VendorCounts = {
  /** `all`: the input count includes what was read from the cache and written to it. `fresh`: it includes neither. */
  readonly counting: 'all' | 'fresh';
  readonly input: number | null;
  readonly cacheRead: number | null;
  readonly cacheWrite: number | null;
  /** The part of `cacheWrite` that is kept for an hour; missing = the vendor knows no such part. */
  readonly hourCacheWrite?: number | null;
  readonly output: number | null;
  readonly reasoning: number | null;
};

/** The counts of any vendor, counted in our way. Nothing behind the adapters knows that vendors count differently. */
export function reportedUsage(counts: VendorCounts): ReportedUsage {
  const { input, cacheRead, cacheWrite, hourCacheWrite, output, reasoning } = counts;
  const [read, written] = [cacheRead ?? 0, cacheWrite ?? 0];
  // A gateway passes on the counts of a vendor that leaves the cache out: then more is read than there is input.
  const isFreshOnly = counts.counting === 'fresh' || (input !== null && input < read);
  return {
    inputTokens: input !== null && isFreshOnly ? input + read + written : input,
    cachedInputTokens: read,
    cacheWriteTokens: cacheWrite,
    ...(hourCacheWrite ? { hourCacheWriteTokens: hourCacheWrite } : {}),
    outputTokens: output,
    reasoningTokens: reasoning,
  };
}

/** The count at this place of a value from outside; null for text, a part of a token, less than nothing and the like. */
export function countAt(value: unknown, ...path: readonly string[]): number | null {
  const [name, ...rest] = path;
  if (name === undefined) return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name))
    return null;
  return countAt(Object.entries(value).find(([key]) => key === name)?.[1], ...rest);
}
