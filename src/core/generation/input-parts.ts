import type { Usage } from './completion.ts';

/** The parts of a call's input, each of which has its own price. They add up to the input, and none is below 0. */
export type InputParts = {
  /** Neither read from the vendor's prompt cache nor written to it. */
  readonly fresh: number;
  readonly read: number;
  /** null = nobody said; then it is a part of `fresh`. */
  readonly written: number | null;
};

/** The parts of a call's input. Counts of a record that contradict each other are cut to what the input has room for. */
export function inputParts({ inputTokens, cachedInputTokens, cacheWriteTokens }: Usage): InputParts {
  const read = Math.min(cachedInputTokens, inputTokens);
  const written = cacheWriteTokens === undefined ? null : Math.min(cacheWriteTokens, inputTokens - read);
  return { fresh: inputTokens - read - (written ?? 0), read, written };
}
