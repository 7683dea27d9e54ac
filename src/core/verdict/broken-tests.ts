import type { Examination } from './examine.ts';

/**
 * The tests a verdict names: those whose own p-value holds against all tests of the suite, T · P ≤ alpha; where there
 * is none, those with P ≤ alpha alone and a drop of the size that matters, marked unconfirmed.
 */
export function brokenTests(
  examination: Examination,
  of: { readonly tests: number; readonly alpha: number; readonly drop: number },
): { readonly brokenTests: readonly string[]; readonly unconfirmed: boolean } {
  const confirmed = examination.tests.filter(({ p }) => of.tests * p <= of.alpha);
  if (confirmed.length > 0) return { brokenTests: confirmed.map(({ test }) => test), unconfirmed: false };
  const likely = examination.tests.filter(({ p, drop }) => p <= of.alpha && drop >= of.drop);
  return { brokenTests: likely.map(({ test }) => test), unconfirmed: likely.length > 0 };
}
