import { noDropEvidence } from './evidence.ts';
import { noDropThreshold } from './gate.ts';
import type { Look, Passes, SamplingPlan } from './sampling-plan.ts';

/**
 * The smallest drop (0.10 … 0.90, in steps of 0.05) that the counts at one look rule out with error at most beta;
 * null when they rule out none. The hypotheses are nested, so going down until one is no longer reached keeps the
 * joint error within beta. The reached drops are the upper end of the list, so a binary search finds the first one.
 */
export function excludedDrop(at: {
  readonly plan: SamplingPlan;
  readonly look: Look;
  readonly passes: Passes;
  readonly beta: number;
}): number | null {
  let low = 0;
  let high = drops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const drop = drops[middle] ?? 1;
    if (reaches(at, drop)) high = middle;
    else low = middle + 1;
  }
  return drops[low] ?? null;
}

/** Whether the counts rule out a drop of `drop` or more. */
export function reaches(
  at: { readonly plan: SamplingPlan; readonly look: Look; readonly passes: Passes; readonly beta: number },
  drop: number,
): boolean {
  return noDropEvidence(at.passes, at.look, drop) >= noDropThreshold(at.plan, drop, at.beta);
}

/** The drops that are tested, ascending. */
export const drops: readonly number[] = Array.from({ length: 17 }, (_, step) => (10 + 5 * step) / 100);
