import type { Usage } from './completion.ts';

/** The parts of a call's input, each of which has its own price. They add up to the input, and none is below 0. */
export type InputParts = {
  /** Neither read from the vendor's prompt cache nor written to it. */
  readonly fresh: number;
  readonly read: number;
  /** null = nobody said; then it is a part of `fresh`. */
  readonly written: number | null;
  /** Of `written`, what is kept for an hour. */
  readonly forAnHour: number;
};

/** The parts of a call's input. Counts of a record that contradict each other are cut to what the input has room for. */
export function inputParts(usage: Usage): InputParts {
  const { inputTokens, cachedInputTokens, cacheWriteTokens, hourCacheWriteTokens = 0 } = usage;
  const read = Math.min(cachedInputTokens, inputTokens);
  const written = cacheWriteTokens === undefined ? null : Math.min(cacheWriteTokens, inputTokens - read);
  const forAnHour = Math.min(hourCacheWriteTokens, written ?? 0);
  return { fresh: inputTokens - read - (written ?? 0), read, written, forAnHour };
}
