import { dropEvidence } from './evidence.ts';
import type { Look, Passes } from './sampling-plan.ts';

/** Whether each sample of both arms passed, in the order in which the looks take them. */
export type Series = { readonly base: readonly boolean[]; readonly head: readonly boolean[] };

/** Passes of both arms up to a look. */
export function passesAt(series: Series, look: Look): Passes {
  return { base: countUpTo(series.base, look.base), head: countUpTo(series.head, look.head) };
}

/** The strongest drop evidence at any of these looks. */
export function strongestEvidence(series: Series, looks: readonly Look[]): number {
  return Math.max(...looks.map((look) => dropEvidence(passesAt(series, look), look)));
}

function countUpTo(passed: readonly boolean[], count: number): number {
  let total = 0;
  for (let sample = 0; sample < count; sample += 1) if (passed[sample] === true) total += 1;
  return total;
}
