/** One sample that somebody else took and judged. Only `unmeasured` is no evidence. */
export type CollectedSample = {
  readonly outcome: 'passed' | 'failed' | 'unmeasured';
  /** What was said about it: why it failed or was not measured; clipped, and empty if nothing was said. */
  readonly said: string;
};

/** All samples of one item on one model, on both sides. */
export type CollectedQuestion = {
  readonly item: string;
  readonly model: string;
  readonly base: readonly CollectedSample[];
  readonly head: readonly CollectedSample[];
};

/** What the files hold: the questions, and what a reader should know about them, one sentence each. */
export type Collected = {
  readonly questions: readonly CollectedQuestion[];
  readonly notes: readonly string[];
};

/** A sample as it stands in a file, with what it is a sample of. */
export type FoundSample = CollectedSample & {
  /** The same for all samples of one item, in all files. */
  readonly key: string;
  /** How readers know the item; two items may share it. */
  readonly item: string;
  readonly model: string;
  /** A name that no other sample has; null where the program gives none. */
  readonly id: string | null;
  /** It failed, and the answer is empty: perhaps a failed call that nobody recorded as an error. */
  readonly isEmptyFailure: boolean;
};

/** The samples of both sides, as they stand in the files. */
export type FoundSides = {
  readonly base: readonly FoundSample[];
  readonly head: readonly FoundSample[];
};

/** The part of what was said that is kept. */
export function clippedSaying(text: string | null | undefined): string {
  return (text ?? '').slice(0, longestSaying);
}

// Tens of thousands of samples are held at once, and a page shows no more of each.
const longestSaying = 2000;
