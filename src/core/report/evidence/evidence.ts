import type { MeasuredCell } from '../../verdict/measurements.ts';
import type { Question } from '../../plan/question.ts';
import type { Outcome } from '../../results/outcome.ts';
import type { Looking } from '../../verdict/next-look.ts';
import type { Spent } from '../summary/summary.ts';
import type { TestTally } from '../../verdict/matrix.ts';

/** What a summary rests on: shown to readers who want to see for themselves. It refers to records and copies none. */
export type Evidence = {
  /** One a verdict, in the order of the verdicts. */
  readonly comparisons: readonly ComparisonEvidence[];
  /** What each model cost; the sums are those of the summary. */
  readonly costs: readonly ModelCost[];
  readonly flaky: readonly FlakyTest[];
};

/** The samples of one spec on one model, and how sampling went. */
export type ComparisonEvidence = {
  readonly spec: string;
  readonly model: string;
  readonly asks: Question['asks'];
  readonly looks: readonly LookStory[];
  /** Why sampling ended, one plain sentence. */
  readonly ended: string;
  readonly cells: readonly CellStory[];
};

/** What one look showed, and what followed from it. */
export type LookStory = {
  /** null where the question has no base. */
  readonly base: TestTally | null;
  readonly head: TestTally;
  /** Anytime p-value at this look, before the correction over all questions; null where none is asked. */
  readonly p: number | null;
  readonly next: 'sample-more' | Extract<Looking, { next: 'stop' }>['because'];
};

/** One sample as it was judged. */
export type CellStory = {
  readonly cell: MeasuredCell;
  readonly outcome: Outcome;
  /** `confirming`: a fresh base sample that a regression had to hold against. */
  readonly role: 'base' | 'head' | 'confirming';
  /** It was drawn for an earlier comparison. */
  readonly reused: boolean;
  /** What the answer cost when it was made; null where the price is not known or there was no answer. */
  readonly usd: number | null;
};

/** What the run's own calls to one model used. */
export type ModelCost = { readonly model: string } & Pick<
  Spent,
  'generations' | 'cachedGenerations' | 'inputTokens' | 'outputTokens' | 'usd'
>;

/** A test that failed and then passed on the same files. */
export type FlakyTest = {
  readonly spec: string;
  readonly model: string;
  readonly test: string;
  /** Generations in which it flipped. */
  readonly flipped: number;
  /** Generations that were tested. */
  readonly tested: number;
};
