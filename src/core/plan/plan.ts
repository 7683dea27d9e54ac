import type { SpecPair } from '../specs/spec.ts';
import type { Question } from './question.ts';

/** Everything a run will ask, fixed before the first sample. */
export type Plan = {
  readonly changes: readonly SpecPair[];
  readonly questions: readonly Question[];
  /**
   * Number of questions that share alpha, where they were picked by what was seen of more: each is then held to alpha
   * over all of these. Missing = the questions of the plan.
   */
  readonly comparisonCount?: number;
};
