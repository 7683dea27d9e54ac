import type { DanglingReference } from '../parts/dangling-references.ts';
import type { Part } from '../parts/part.ts';
import type { TextFile } from '../specs/spec.ts';
import type { Answer, Subject } from './answer.ts';

/**
 * `needed`: without it, and without what is gone, a drop is shown. `not-missed`: gone in the offered text, which held, while
 * the others stay. `undecided`: neither could be shown, or its turn did not come.
 */
export type PartOutcome = 'needed' | 'not-missed' | 'undecided';

/** One part of the text with what is known of it. */
export type JudgedPart = {
  readonly part: Part;
  readonly outcome: PartOutcome;
  /** The answers about the text without it; empty = it was not asked about by itself. */
  readonly answers: readonly Answer[];
};

/** One file before and after. */
export type ShorterText = { readonly path: string; readonly before: string; readonly after: string };

/** What a shorter text saves per generation. */
export type Saving = {
  readonly inputTokens: number;
  /** Of the whole prompt, from 0 to 1. */
  readonly share: number;
  /** USD per 1,000 generations of each model at the price of its input; null = the price is unknown. */
  readonly usdPer1000: readonly { readonly model: string; readonly usd: number | null }[];
};

/** A shorter text that held against the original on fresh samples of both. */
export type Offer = {
  readonly texts: readonly ShorterText[];
  readonly answers: readonly Answer[];
  /** The drop that is ruled out on every subject, from 0 to 1, and the largest chance that this is wrong on one of them. */
  readonly drop: number;
  readonly beta: number;
  readonly saving: Saving;
  /** What it says of sections that are gone, as it was written. */
  readonly dangling: readonly DanglingReference[];
};

/**
 * How a search ended. `settled`: every part was asked about. `budget`: a limit of the budget ended it. `unmeasured`:
 * samples could not be measured. `base-too-weak`: the original text passes too rarely somewhere, so nothing can hold there.
 */
export type ShrinkEnd = 'settled' | 'budget' | 'unmeasured' | 'base-too-weak';

/** What became of one text. */
export type Shrunk = {
  /** Name of the spec, or path of the instructions. */
  readonly target: string;
  readonly files: readonly string[];
  /** The same as they stand. */
  readonly texts: readonly TextFile[];
  readonly subjects: readonly Subject[];
  readonly parts: readonly JudgedPart[];
  /** null = nothing is offered. */
  readonly offer: Offer | null;
  readonly end: ShrinkEnd;
  /** On whom the original text passes too rarely. */
  readonly weakOn: readonly Subject[];
  /** Questions that were asked, those that confirm an offer among them. */
  readonly questions: number;
};
