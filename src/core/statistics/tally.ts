import type { Outcome } from '../results/outcome.ts';

/** Counts of an arm's cells. `failed` holds all evidence that is not a pass; `unmeasured` is not evidence. */
export type Tally = { readonly passed: number; readonly failed: number; readonly unmeasured: number };

/** Counts outcomes; order does not matter. */
export function tallyOf(outcomes: readonly Outcome[]): Tally {
  const count = (belongs: (outcome: Outcome) => boolean): number => outcomes.filter(belongs).length;
  return {
    passed: count((outcome) => outcome.kind === 'passed'),
    failed: count((outcome) => outcome.kind !== 'passed' && outcome.kind !== 'unmeasured'),
    unmeasured: count((outcome) => outcome.kind === 'unmeasured'),
  };
}

/** Cells of the tally that are evidence. */
export function measured(tally: Tally): number {
  return tally.passed + tally.failed;
}
