import type { Question } from '../plan/question.ts';
import type { Examination } from './examine.ts';
import type { Requirements } from './requirements.ts';

/** Whether a question needs more samples, and if not, why. */
export type Looking =
  | { readonly next: 'sample-more' }
  | {
      readonly next: 'stop';
      readonly because: 'decided' | 'clean' | 'futile' | 'last-look' | 'unmeasured';
    };

/**
 * What to do after a round of samples. While questions are open, each is compared with alpha divided by the number of
 * questions. That is the strictest step of Holm's procedure, so a stop for a regression always survives the final
 * correction.
 */
export function nextLook(
  examination: Examination,
  round: Pick<Question, 'looks' | 'endsFutile'> & {
    readonly taken: number;
    readonly alpha: number;
    readonly questions: number;
    /** What the tests that only the head has came to so far; missing if there are none. */
    readonly requirements?: Requirements | null;
  },
): Looking {
  if (examination.looks < round.taken) return { next: 'stop', because: 'unmeasured' };
  if (examination.p <= round.alpha / round.questions) return { next: 'stop', because: 'decided' };
  if (examination.clean) return { next: 'stop', because: 'clean' };
  if (examination.looks >= round.looks.length) return { next: 'stop', because: 'last-look' };
  if (endsFutile(examination, round)) return { next: 'stop', because: 'futile' };
  return { next: 'sample-more' };
}

/**
 * Whether sampling ends because no later sample could decide. A head on which a new test passed may be about to mend a
 * spec that never carried its model, so it is judged by the chance alone.
 */
export function endsFutile(
  examination: Examination,
  of: Pick<Question, 'endsFutile'> & { readonly requirements?: Requirements | null },
): boolean {
  if (!of.endsFutile) return false;
  const newTests = of.requirements?.tests ?? [];
  return examination.isFutile || (examination.nothingPassed && newTests.every(({ passed }) => passed === 0));
}
