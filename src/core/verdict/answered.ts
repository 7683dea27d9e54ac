import type { Question } from '../plan/plan.ts';
import type { Samples } from './examine.ts';

/** A question with everything that was measured for it. */
export type Answered = {
  readonly question: Question;
  readonly samples: Samples;
  /** Tests with fewer passes on head; observed. */
  readonly brokenTests: readonly string[];
  /** Why no sample of this question can be evidence, in plain words; null when they can. */
  readonly void: string | null;
};
