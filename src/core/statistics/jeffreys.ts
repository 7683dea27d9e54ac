import type { Interval } from './interval.ts';

/**
 * Jeffreys 95 % interval of a pass rate: quantiles of Beta(passed + ½, failed + ½), closed at 0 and 1 where nothing
 * passed or failed (Brown, Cai and DasGupta 2001). Decides the `portable` question.
 */
export function jeffreys(passed: number, samples: number): Interval {
  const a = passed + 0.5;
  const b = samples - passed + 0.5;
  return {
    estimate: samples === 0 ? 0.5 : passed / samples,
    low: passed === 0 ? 0 : betaQuantile(0.025, a, b),
    high: passed === samples ? 1 : betaQuantile(0.975, a, b),
  };
}

/** Cumulative distribution of Beta(a, b) at x: continued fraction of DLMF 8.17.22, by Lentz's method. */
export function betaCumulative(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast only below the mean; above it the symmetric form is used.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCumulative(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log(1 - x) - logBeta(a, b)) / a;
  let fraction = 1;
  let upper = 1;
  let lower = 0;
  for (let term = 0; term <= 300; term += 1) {
    const step = coefficient(term, { x, a, b });
    lower = 1 / nonZero(1 + step * lower);
    upper = nonZero(1 + step / upper);
    const change = upper * lower;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-14) break;
  }
  return front * (fraction - 1);
}

function betaQuantile(probability: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (betaCumulative(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function coefficient(
  term: number,
  of: { readonly x: number; readonly a: number; readonly b: number },
): number {
  const { x, a, b } = of;
  if (term === 0) return 1;
  const m = Math.floor(term / 2);
  return term % 2 === 0
    ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
}

function nonZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/** Logarithm of the Beta function. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

// Stirling's series, after the argument is raised above 10, where its error is below 1e-12.
function logGamma(value: number): number {
  let x = value;
  let shift = 0;
  while (x < 10) {
    shift += Math.log(x);
    x += 1;
  }
  const inverse = 1 / (x * x);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x;
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - shift;
}
