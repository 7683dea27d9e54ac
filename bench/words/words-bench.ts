import type { MeasuredFigure } from '../outcome.ts';
import type { Line } from '../verdicts/lines.ts';

/** What one part of the bench promises, what a planted fault must not keep, and what is only shown. */
export type WordsBench = {
  readonly judged: readonly Line[];
  readonly planted: readonly Line[];
  /** Stored and quoted, with no promise. */
  readonly shown: readonly MeasuredFigure[];
  /** Tables for whoever works on it, which nobody quotes. */
  readonly printed?: readonly { readonly title: string; readonly lines: readonly string[] }[];
};
