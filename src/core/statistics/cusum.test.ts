import { describe, expect, test } from '@jest/globals';
import { cusumRates, cusumStep, cusumThreshold, recoveryRates, recoveryStep } from './cusum.ts';
import { seededRandom } from './seeded-random.ts';

/** Mean number of samples until the chart of one series crosses h. */
function meanSamples(rate: number, of: { readonly threshold: number; readonly runs: number }): number {
  const random = seededRandom(1);
  const rates = { p0: 0.95, p1: 0.55 };
  let samples = 0;
  for (let run = 0; run < of.runs; run += 1) {
    for (let sum = 0; sum < of.threshold; samples += 1) sum = cusumStep(sum, random() < rate, rates);
  }
  return samples / of.runs;
}

describe('the Bernoulli CUSUM', () => {
  test('takes its rates from the baseline, within bounds', () => {
    expect(cusumRates({ passed: 20, failed: 0 }).p0).toBe(0.975);
    expect(cusumRates({ passed: 20, failed: 0 }).p1).toBeCloseTo(0.575);
    expect(cusumRates({ passed: 9, failed: 10 }).p0).toBeCloseTo(0.475);
    expect(cusumRates({ passed: 0, failed: 40 })).toEqual({ p0: 0.05, p1: 0.02 });
    expect(cusumRates({ passed: 0, failed: 0 })).toEqual({ p0: 0.5, p1: expect.closeTo(0.1) });
  });

  test('needs one series’ threshold of 4, and ln of their number more for many', () => {
    expect(cusumThreshold(1)).toBe(4);
    expect(cusumThreshold(1000)).toBeCloseTo(10.908, 3);
  });

  test('is the log-likelihood ratio, never below 0', () => {
    const rates = { p0: 0.95, p1: 0.55 };
    expect(cusumStep(0, true, rates)).toBe(0);
    expect(cusumStep(0, false, rates)).toBeCloseTo(Math.log(0.45 / 0.05));
    expect(cusumStep(3, true, rates)).toBeCloseTo(3 + Math.log(0.55 / 0.95));
    expect(recoveryStep(0, true, rates)).toBeCloseTo(Math.log(0.95 / 0.55));
    expect(recoveryStep(1, false, rates)).toBe(0);
  });

  test('asks of a recovery no better rate than .9, so that a lucky anchor does not hold an issue open', () => {
    const rates = recoveryRates({ passed: 20, failed: 0 });
    expect(rates).toEqual({ p0: 0.9, p1: 0.5 });
    // The mean step per sample: at .8 the chart climbs; at 40 points below the anchor it does not.
    const climb = (rate: number): number =>
      rate * recoveryStep(9, true, rates) + (1 - rate) * recoveryStep(9, false, rates) - 9;
    expect(climb(0.8)).toBeGreaterThan(0.1);
    expect(climb(0.6)).toBeLessThan(-0.1);
  });

  test('raises a false alarm about once in 340 samples and finds a total break in two', () => {
    // p0 .95, p1 .55, h = 4: the figures come from an independent simulation of the design.
    const far = meanSamples(0.95, { threshold: 4, runs: 1000 });
    expect(far).toBeGreaterThan(300);
    expect(far).toBeLessThan(380);
    expect(meanSamples(0.55, { threshold: 4, runs: 2000 })).toBeLessThan(7);
    expect(meanSamples(0, { threshold: 4, runs: 10 })).toBe(2);
  });
});
