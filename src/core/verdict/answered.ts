import type { Question } from '../plan/question.ts';
import type { SamplingPlan } from '../statistics/sampling-plan.ts';
import type { Samples } from './examine.ts';
import type { TestsOfSides } from './requirements.ts';

/** A question with everything that was measured for it. */
export type Answered = {
  readonly question: Question;
  readonly samples: Samples;
  /**
   * A regression against base samples that were drawn for another comparison blocks only after fresh ones confirm it:
   * a lucky stored base would otherwise raise the same false alarm on every pull request.
   */
  readonly confirmation:
    | { readonly kind: 'not-needed' }
    | { readonly kind: 'due' }
    | { readonly kind: 'drawn'; readonly samples: Samples; readonly looks: SamplingPlan };
  /** What the tests of the two sides are, and how the head does on its own; missing where only samples are known. */
  readonly suites?: TestsOfSides;
  /** Why no sample of this question can be evidence, in plain words; null when they can. */
  readonly invalidReason: string | null;
};
