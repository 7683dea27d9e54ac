import type { SpecPair } from '../specs/spec.ts';
import type { Question } from './question.ts';

/** Everything that a run will ask, fixed before the first sample. */
export type Plan = {
  readonly changes: readonly SpecPair[];
  readonly questions: readonly Question[];
  /**
   * Number of questions that share alpha, if the questions of the plan were picked by their results from more
   * questions. Each is then compared with alpha divided by this number. Missing = the questions of the plan.
   */
  readonly comparisonCount?: number;
};
