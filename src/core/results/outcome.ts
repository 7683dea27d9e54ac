import type { NoCode } from '../generation/completion.ts';

/** The outcome of one cell; only `unmeasured` is not evidence. */
export type Outcome =
  | { readonly kind: 'passed' }
  /** `tampered`: the code interfered with its tests instead of passing them. */
  | { readonly kind: 'failed'; readonly tests: readonly string[]; readonly tampered?: true }
  | WithoutCode
  | { readonly kind: 'no-report'; readonly why: string }
  | Unmeasured;

/** An answer from which no code came: evidence about the spec. */
export type WithoutCode = {
  readonly kind: 'no-code';
  readonly why: NoCode;
  /** Which file or which limit it was, in one line; a path in it is the model's own text. Missing if nobody says. */
  readonly detail?: string;
};

/** A cell that says nothing about the spec, and why. */
export type Unmeasured = {
  readonly kind: 'unmeasured';
  readonly why: 'provider-error' | 'quota' | 'sandbox-error' | 'budget' | 'cancelled';
  /** What the vendor or a gateway said, in its own words; missing if it said nothing. */
  readonly detail?: string;
};

/** Why a model gave nothing that could be evidence, and what was said about it, if anything was. */
export type NotGenerated = {
  readonly why: 'provider-error' | 'quota' | 'budget' | 'cancelled';
  readonly detail?: string;
};
