import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holm } from './holm.ts';
import { dropInterval } from './interval.ts';
import { betaCumulative, jeffreys } from './jeffreys.ts';

const tally = (passed: number, failed: number): { passed: number; failed: number; unmeasured: number } => ({
  passed,
  failed,
  unmeasured: 0,
});

describe("the drop's interval", () => {
  test.each([
    { base: [56, 14], head: [48, 32], low: 0.0524, high: 0.3339 },
    { base: [9, 1], head: [3, 7], low: 0.1705, high: 0.809 },
    { base: [6, 1], head: [2, 5], low: 0.0582, high: 0.8062 },
    { base: [10, 0], head: [0, 10], low: 0.6075, high: 1 },
  ])("is Newcombe's method 10 for $base against $head", ({ base, head, low, high }) => {
    const interval = dropInterval(tally(base[0] ?? 0, base[1] ?? 0), tally(head[0] ?? 0, head[1] ?? 0));
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('holds the estimate for any two tallies and never leaves -1 … 1', () => {
    const arm = fc.tuple(fc.nat(60), fc.nat(60)).filter(([passed, failed]) => passed + failed > 0);
    fc.assert(
      fc.property(arm, arm, (base, head) => {
        const { low, estimate, high } = dropInterval(tally(...base), tally(...head));
        expect(low).toBeLessThanOrEqual(estimate + 1e-12);
        expect(high).toBeGreaterThanOrEqual(estimate - 1e-12);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe('the Jeffreys interval', () => {
  test.each([
    { passed: 5, samples: 10, low: 0.2235, high: 0.7765 },
    { passed: 12, samples: 12, low: 0.8147, high: 1 },
    { passed: 0, samples: 10, low: 0, high: 0.2172 },
  ])('of $passed/$samples is $low … $high', ({ passed, samples, low, high }) => {
    const interval = jeffreys(passed, samples);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('rests on a distribution that rises, ends at 1 and mirrors', () => {
    const shape = fc.double({ min: 0.5, max: 60, noNaN: true });
    const at = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(shape, shape, at, (a, b, x) => {
        expect(betaCumulative(x, a, b)).toBeCloseTo(1 - betaCumulative(1 - x, b, a), 9);
        expect(betaCumulative(x, a, b)).toBeLessThanOrEqual(
          betaCumulative(Math.min(1, x + 0.01), a, b) + 1e-9,
        );
      }),
    );
  });
});

describe("Holm's correction", () => {
  test('multiplies the smallest by the number of questions and never lets a larger one overtake', () => {
    expect(holm([0.04, 0.01, 0.03])).toEqual([0.06, 0.03, 0.06]);
    expect(holm([0.5, 0.9])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  test('leaves a single question alone', () => {
    expect(holm([0.049])).toEqual([0.049]);
  });
});
