import type { Examination } from './examine.ts';

/** Whether a question needs more samples, and if not, why. */
export type Looking =
  | { readonly next: 'sample-more' }
  | { readonly next: 'stop'; readonly because: 'decided' | 'clean' | 'last-look' | 'unmeasured' };

/**
 * What to do after a round of samples. While questions are open, each is compared with alpha divided by the number of
 * questions. That is the strictest step of Holm's procedure, so a stop for a regression always survives the final
 * correction.
 */
export function nextLook(
  examination: Examination,
  round: {
    readonly taken: number;
    readonly planned: number;
    readonly alpha: number;
    readonly questions: number;
  },
): Looking {
  if (examination.looks < round.taken) return { next: 'stop', because: 'unmeasured' };
  if (examination.p <= round.alpha / round.questions) return { next: 'stop', because: 'decided' };
  if (examination.clean) return { next: 'stop', because: 'clean' };
  if (examination.looks >= round.planned) return { next: 'stop', because: 'last-look' };
  return { next: 'sample-more' };
}
