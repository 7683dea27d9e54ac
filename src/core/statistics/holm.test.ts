import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holm } from './holm.ts';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 15 });

test('an adjusted p-value is never below its own, nor above Bonferroni’s', () => {
  fc.assert(
    fc.property(pValues, (raw) => {
      for (const [index, adjusted] of holm(raw).entries()) {
        const own = raw[index] ?? 0;
        expect(adjusted).toBeGreaterThanOrEqual(own);
        expect(adjusted).toBeLessThanOrEqual(Math.min(1, raw.length * own));
      }
    }),
  );
});

test('the order of the questions does not matter, and that of their p-values is kept', () => {
  fc.assert(
    fc.property(pValues, (raw) => {
      const adjusted = holm(raw);
      expect(holm(raw.toReversed())).toEqual(adjusted.toReversed());
      const byRaw = adjusted
        .map((value, index) => ({ value, own: raw[index] ?? 0 }))
        .toSorted((one, other) => one.own - other.own)
        .map(({ value }) => value);
      expect(byRaw).toEqual(byRaw.toSorted((one, other) => one - other));
    }),
  );
});

test('a question that is asked in addition never makes another one more certain', () => {
  fc.assert(
    fc.property(pValues, fc.double({ min: 0, max: 1, noNaN: true }), (raw, more) => {
      const alone = holm(raw);
      const together = holm([...raw, more]);
      for (const [index, adjusted] of alone.entries()) {
        expect(together[index]).toBeGreaterThanOrEqual(adjusted);
      }
    }),
  );
});

test('a p-value at or below alpha over the number of questions survives whatever the others are', () => {
  fc.assert(
    fc.property(pValues, (raw) => {
      const strictest = 0.05 / (raw.length + 1);
      expect(holm([...raw, strictest]).at(-1)).toBeLessThanOrEqual(0.05 + 1e-15);
    }),
  );
});
