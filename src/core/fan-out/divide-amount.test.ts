import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { divideAmount, divideWholeNumber } from './divide-amount.ts';

const weights = fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1, maxLength: 256 });

test('parts of an amount never come to more than it', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), weights, (amount, of) => {
      const parts = divideAmount(amount, of);
      expect(parts.every((part) => part >= 0)).toBe(true);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(amount + 1e-9);
    }),
  );
});

test('whole parts of a whole number come to exactly it, and none is below the least', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), weights, fc.nat({ max: 1 }), (more, of, least) => {
      const amount = more + least * of.length;
      const parts = divideWholeNumber(amount, of, least);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      expect(parts.every((part) => Number.isInteger(part) && part >= least)).toBe(true);
    }),
  );
});
