/** Tokens as a vendor reported them; null where it gave no count that can be read. */
export type ReportedUsage = {
  readonly inputTokens: number | null;
  readonly cachedInputTokens: number;
  readonly outputTokens: number | null;
};

/** Nothing was reported. */
export const nothingReported: ReportedUsage = { inputTokens: null, cachedInputTokens: 0, outputTokens: null };

/** The count at this place of a value from outside; null for text, a part of a token, less than nothing and the like. */
export function countAt(value: unknown, ...path: readonly string[]): number | null {
  const [name, ...rest] = path;
  if (name === undefined) return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name))
    return null;
  return countAt(Object.entries(value).find(([key]) => key === name)?.[1], ...rest);
}
