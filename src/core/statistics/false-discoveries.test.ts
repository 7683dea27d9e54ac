import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { falseDiscoveryRates } from './false-discoveries.ts';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 15 });

test('the published example of Benjamini and Hochberg finds four of fifteen at .05', () => {
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];

  const found = falseDiscoveryRates(published).filter((q) => q <= 0.05);

  expect(found).toHaveLength(4);
});

test('what is found at q is found by the step-up rule: the largest p-value at or below its rank × q / number', () => {
  fc.assert(
    fc.property(pValues, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (raw, q) => {
      const ascending = raw.toSorted((one, other) => one - other);
      const last = ascending.findLastIndex((p, index) => p * (raw.length / (index + 1)) <= q);
      const found = falseDiscoveryRates(raw).filter((adjusted) => adjusted <= q);
      expect(found).toHaveLength(last + 1);
    }),
  );
});

test('an adjusted p-value is never below its own, and keeps the order of the p-values', () => {
  fc.assert(
    fc.property(pValues, (raw) => {
      const adjusted = falseDiscoveryRates(raw);
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
  expect(falseDiscoveryRates([])).toEqual([]);
});
