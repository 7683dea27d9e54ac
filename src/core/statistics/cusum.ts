/** The pass rate of a series, and the rate that would count as a drift. */
export type CusumRates = { readonly p0: number; readonly p1: number };

/**
 * Rates of a series from its baseline: p0 = (s + ½)/(n + 1), the posterior mean under Jeffreys' prior, kept within
 * [.05, .975] so that neither one failure nor one pass can decide; p1 lies .4 lower, at least .02.
 */
export function cusumRates(baseline: { readonly passed: number; readonly failed: number }): CusumRates {
  const { passed, failed } = baseline;
  const p0 = Math.min(0.975, Math.max(0.05, (passed + 0.5) / (passed + failed + 1)));
  return { p0, p1: Math.max(0.02, p0 - 0.4) };
}

/** The threshold of an alarm: h = 4 + ln(series), so that many series together raise few alarms. */
export function cusumThreshold(series: number): number {
  return 4 + Math.log(Math.max(1, series));
}

/**
 * Rates of a recovery: those of what the series was compared with, but at most .9. Otherwise a series that drifted
 * because its anchor was lucky could hardly recover at its real rate.
 */
export function recoveryRates(anchor: { readonly passed: number; readonly failed: number }): CusumRates {
  const p0 = Math.min(0.9, cusumRates(anchor).p0);
  return { p0, p1: Math.max(0.02, p0 - 0.4) };
}

/**
 * The point at which passes have made up for a drift. Only one series is tested here, so no correction for others is
 * added.
 */
export const recoveryThreshold = 4;

/**
 * One more sample in the Bernoulli CUSUM, S = max(0, S + ln of the likelihood ratio of p1 to p0). E. S. Page,
 * Continuous inspection schemes, Biometrika 41 (1954); for Bernoulli observations M. R. Reynolds and Z. G. Stoumbos,
 * Journal of Quality Technology 31 (1999). Valid for independent samples at a constant rate.
 */
export function cusumStep(sum: number, passed: boolean, { p0, p1 }: CusumRates): number {
  return Math.max(0, sum + (passed ? Math.log(p1 / p0) : Math.log((1 - p1) / (1 - p0))));
}

/** The same chart in the other direction: it grows while samples look like p0 again. */
export function recoveryStep(sum: number, passed: boolean, { p0, p1 }: CusumRates): number {
  return Math.max(0, sum + (passed ? Math.log(p0 / p1) : Math.log((1 - p0) / (1 - p1))));
}
