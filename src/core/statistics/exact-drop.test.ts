import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exactDrop } from './exact-drop.ts';

const counts = fc.record({ passed: fc.integer({ min: 0, max: 5 }), failed: fc.integer({ min: 0, max: 5 }) });

test('Fisher: of 12 and 3 samples of which the 3 fail, the p-value is 1 of 455', () => {
  const none = exactDrop({ reference: { passed: 12, failed: 0 }, own: { passed: 0, failed: 3 } });

  expect(none.p).toBeCloseTo(1 / 455, 12);
  expect(none.least).toBeCloseTo(1 / 455, 12);
});

test('whatever was counted, it is the share of all ways to deal the passes with as few own ones', () => {
  fc.assert(
    fc.property(counts, counts, (reference, own) => {
      const size = own.passed + own.failed;
      const all = size + reference.passed + reference.failed;
      const dealt = subsetsOf(all, own.passed + reference.passed).map(
        (passed) => passed.filter((sample) => sample < size).length,
      );
      const fewest = dealt.reduce((least, passes) => Math.min(least, passes));
      const shareOf = (most: number): number =>
        dealt.filter((passes) => passes <= most).length / dealt.length;

      const { p, least } = exactDrop({ reference, own });

      expect(p).toBeCloseTo(shareOf(own.passed), 9);
      expect(least).toBeCloseTo(shareOf(fewest), 9);
    }),
    { numRuns: 40 },
  );
});

test('without samples on one side nothing speaks for a drop', () => {
  const none = { passed: 0, failed: 0 };
  const some = { passed: 3, failed: 1 };

  expect(exactDrop({ reference: none, own: some })).toEqual({ p: 1, least: 1 });
  expect(exactDrop({ reference: some, own: none })).toEqual({ p: 1, least: 1 });
});

/** All ways to choose so many of these numbers. */
function subsetsOf(all: number, some: number): readonly (readonly number[])[] {
  if (some === 0) return [[]];
  if (all < some) return [];
  const last = all - 1;
  return [...subsetsOf(last, some), ...subsetsOf(last, some - 1).map((rest) => [...rest, last])];
}
