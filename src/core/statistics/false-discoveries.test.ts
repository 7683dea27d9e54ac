import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { falseDiscoveryRates } from './false-discoveries.ts';

/** P-values that could have been anything. */
function adjustedOf(pValues: readonly number[]): number[] {
  return falseDiscoveryRates(pValues.map((p) => [{ p, least: 0, share: 1 }]));
}

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 15 });

test('the published example of Benjamini and Hochberg finds four of fifteen at .05', () => {
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];

  const found = adjustedOf(published).filter((q) => q <= 0.05);

  expect(found).toHaveLength(4);
});

test('what is found at q is found by the step-up rule: the largest p-value at or below its rank × q / number', () => {
  fc.assert(
    fc.property(pValues, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (raw, q) => {
      const ascending = raw.toSorted((one, other) => one - other);
      const last = ascending.findLastIndex((p, index) => p * (raw.length / (index + 1)) <= q);
      const found = adjustedOf(raw).filter((adjusted) => adjusted <= q);
      expect(found).toHaveLength(last + 1);
    }),
  );
});

test('an adjusted p-value is never below its own, and keeps the order of the p-values', () => {
  fc.assert(
    fc.property(pValues, (raw) => {
      const adjusted = adjustedOf(raw);
      for (const [index, own] of raw.entries()) expect(adjusted[index]).toBeGreaterThanOrEqual(own);
      const byOwn = adjusted
        .map((value, index) => ({ value, own: raw[index] ?? 0 }))
        .toSorted((one, other) => one.own - other.own)
        .map(({ value }) => value);
      expect(byOwn).toEqual(byOwn.toSorted((one, other) => one - other));
    }),
  );
});

test('nothing is found of nothing', () => {
  expect(adjustedOf([])).toEqual([]);
});

test('a comparison that could not have come so low does not count as tried', () => {
  const found = { p: 0.01, least: 0.001, share: 1 };
  const never = { p: 1, least: 0.2, share: 1 };
  const could = { p: 1, least: 0.005, share: 1 };

  expect(falseDiscoveryRates([[found], [never], [never]])[0]).toBeCloseTo(0.01, 12);
  expect(falseDiscoveryRates([[found], [could], [never]])[0]).toBeCloseTo(0.02, 12);
});

test('of several ways to look at a comparison the best counts, at the price of its share', () => {
  const ways = [
    { p: 0.02, least: 0, share: 0.5 },
    { p: 0.01, least: 0, share: 0.1 },
  ];
  expect(falseDiscoveryRates([ways])[0]).toBeCloseTo(0.04 * 0.6, 12);
});

test('what nothing speaks for is never found, however little could have been', () => {
  expect(falseDiscoveryRates([[{ p: 1, least: 1, share: 1 }], [{ p: 1, least: 0.5, share: 0.5 }]])).toEqual([
    1, 1,
  ]);
});
