import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { majorityOf } from './majority.ts';

const looks = [3, 5, 8, 12];

function inOrder(text: string): boolean[] {
  return text.split('').map((letter) => letter === 'p');
}

test.each([
  // The binomial tail at one half, as in any table: 1/32, 6/32, 299/4096.
  { text: 'fffff', only: 5, p: 1 / 32 },
  { text: 'fpfff', only: 5, p: 6 / 32 },
  { text: 'pppfffffffff', only: 12, p: 299 / 4096 },
])('with one look the p-value of $text is the binomial tail', ({ text, only, p }) => {
  expect(majorityOf(inOrder(text), [only]).fewPassP).toBeCloseTo(p, 10);
});

test('five failures of five decide at the usual looks, three of three do not', () => {
  // 1/32, and 1/12 after at least one pass in the first five: 5 ways to spread it, each 2^-12.
  expect(majorityOf(inOrder('fffff'), looks).fewPassP).toBeCloseTo(1 / 32 + 5 / 4096, 10);
  expect(majorityOf(inOrder('fff'), looks).fewPassP).toBeGreaterThan(0.05);
});

test('what few passes are on one side, many are on the other', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (passed) => {
      const one = majorityOf(passed, looks);
      const other = majorityOf(
        passed.map((each) => !each),
        looks,
      );
      expect(other).toEqual({ fewPassP: one.mostPassP, mostPassP: one.fewPassP });
    }),
  );
});

test('at a rate of one half, whoever stops whenever is wrong at most as often as the level says', () => {
  for (const level of [0.01, 0.05, 0.2]) {
    let wrong = 0;
    for (let code = 0; code < 4096; code += 1) {
      const passed = Array.from({ length: 12 }, (_, bit) => ((code >> bit) & 1) === 1);
      const stops = looks.map((look) => majorityOf(passed.slice(0, look), looks).fewPassP);
      if (Math.min(...stops) <= level) wrong += 1;
    }
    expect(wrong / 4096).toBeLessThanOrEqual(level);
  }
});

test('a p-value never rises with more samples, and samples between two looks say nothing yet', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (passed) => {
      const at = (count: number): number => majorityOf(passed.slice(0, count), looks).fewPassP;
      expect(at(4)).toBe(at(3));
      expect(at(12)).toBeLessThanOrEqual(at(8));
      expect(at(8)).toBeLessThanOrEqual(at(5));
    }),
  );
});

test('no samples say nothing', () => {
  expect(majorityOf([], looks)).toEqual({ fewPassP: 1, mostPassP: 1 });
});
