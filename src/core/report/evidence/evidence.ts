import type { MeasuredCell } from '../../verdict/measurements.ts';
import type { Question } from '../../plan/question.ts';
import type { Outcome } from '../../results/outcome.ts';
import type { Looking } from '../../verdict/next-look.ts';
import type { Spent } from '../summary/spent.ts';
import type { TestTally } from '../../verdict/matrix.ts';

/** The measurements behind a summary, for readers who want to check them. It refers to records and copies none. */
export type Evidence = {
  /** One per verdict, in the order of the verdicts. */
  readonly comparisons: readonly ComparisonEvidence[];
  /** What each model cost; the sums equal those of the summary. */
  readonly costs: readonly ModelCost[];
  readonly flaky: readonly FlakyTest[];
};

/** The samples of one spec on one model, and how sampling went. */
export type ComparisonEvidence = {
  /** Id of the question. */
  readonly question: string;
  readonly spec: string;
  readonly model: string;
  readonly asks: Question['asks'];
  readonly looks: readonly LookStory[];
  /** Why sampling ended, in one sentence. */
  readonly ended: string;
  readonly cells: readonly CellStory[];
};

/** What one look showed, and what was decided. */
export type LookStory = {
  /** null if the question has no base. */
  readonly base: TestTally | null;
  readonly head: TestTally;
  /** Anytime p-value at this look, before the correction over all questions; null if the question compares nothing. */
  readonly p: number | null;
  readonly next: 'sample-more' | Extract<Looking, { next: 'stop' }>['because'];
};

/** One sample as it was judged. */
export type CellStory = {
  readonly cell: MeasuredCell;
  readonly outcome: Outcome;
  /** `confirming`: a fresh base sample that had to confirm a regression. */
  readonly role: 'base' | 'head' | 'confirming';
  /** The sample was drawn for an earlier comparison. */
  readonly reused: boolean;
  /** What the answer cost when it was made; null if the price is unknown or there was no answer. */
  readonly usd: number | null;
};

/** What this run's own calls to one model used. */
export type ModelCost = { readonly model: string } & Pick<
  Spent,
  'generations' | 'cachedGenerations' | 'inputTokens' | 'outputTokens' | 'usd'
>;

/** A test that failed and then passed on the same files. */
export type FlakyTest = {
  readonly spec: string;
  readonly model: string;
  readonly test: string;
  /** Number of generations in which the test flipped. */
  readonly flipped: number;
  /** Number of generations that were tested. */
  readonly tested: number;
};
