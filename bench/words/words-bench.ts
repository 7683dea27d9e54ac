import type { Line } from '../verdicts/lines.ts';

/** What one part of the bench promises, what a planted fault must not keep, and what is only printed. */
export type WordsBench = {
  readonly judged: readonly Line[];
  readonly planted: readonly Line[];
  readonly printed: readonly { readonly title: string; readonly lines: readonly string[] }[];
};
