import type { Question } from '../plan/question.ts';
import type { SamplingPlan } from '../statistics/sampling-plan.ts';
import type { Samples } from './examine.ts';
import type { TestsOfSides } from './requirements.ts';

/** A question with everything that was measured for it. */
export type Answered = {
  readonly question: Question;
  readonly samples: Samples;
  /**
   * A regression against reused base samples blocks only after fresh samples confirm it. Otherwise one lucky stored
   * base would raise the same false alarm on every pull request.
   */
  readonly confirmation:
    | { readonly kind: 'not-needed' }
    | { readonly kind: 'due' }
    | { readonly kind: 'drawn'; readonly samples: Samples; readonly looks: SamplingPlan };
  /** What the tests of the two sides are, and the head's result on its own; missing if only samples are known. */
  readonly suites?: TestsOfSides;
  /** Why nothing may speak for the change, as part of a sentence; null or missing if it may. */
  readonly distrust?: string | null;
  /** Why no sample of this question can be evidence, as part of a sentence; null if they can. */
  readonly invalidReason: string | null;
};
