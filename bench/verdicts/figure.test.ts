import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { meanFigure, rateFigure } from './figure.ts';
import { fallsShort } from './lines.ts';
import { fisherP } from './naive.ts';
import { randomOf } from './random.ts';
import { readSeed } from './read-seed.ts';

describe('a rate', () => {
  test("has Wilson's interval", () => {
    expect(rateFigure(56, 70)).toMatchObject({ estimate: 0.8 });
    expect(rateFigure(56, 70).low).toBeCloseTo(0.6918, 3);
    expect(rateFigure(56, 70).high).toBeCloseTo(0.8773, 3);
    expect(rateFigure(0, 4000)).toMatchObject({ low: 0, atLeast: 0 });
  });

  test('falls short only when the one-sided interval excludes the bound', () => {
    const line = { text: '', unit: '%', side: 'at most', bound: 0.05 } as const;
    expect(fallsShort({ ...line, figure: rateFigure(215, 4000) })).toBe(false);
    expect(fallsShort({ ...line, figure: rateFigure(240, 4000) })).toBe(true);
    expect(fallsShort({ ...line, bound: 0, figure: rateFigure(1, 4000) })).toBe(true);
    expect(fallsShort({ ...line, side: 'at least', bound: 0.78, figure: rateFigure(3000, 4000) })).toBe(true);
  });

  test('lies within its interval, whatever the counts', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (passed, failed) => {
        fc.pre(passed + failed > 0);
        const { estimate, low, high, atLeast, atMost } = rateFigure(passed, passed + failed);
        expect([atLeast, low, estimate].toSorted((one, other) => one - other)).toEqual([
          atLeast,
          low,
          estimate,
        ]);
        expect([estimate, high, atMost].toSorted((one, other) => one - other)).toEqual([
          estimate,
          high,
          atMost,
        ]);
      }),
    );
  });
});

test('a mean of equal values has no spread', () => {
  expect(meanFigure({ count: 100, sum: 500, squares: 2500 })).toMatchObject({ estimate: 5, low: 5, high: 5 });
});

test.each([
  { base: 5, head: 0, p: 1 / 252 },
  { base: 5, head: 1, p: 6 / 252 },
  { base: 4, head: 1, p: 26 / 252 },
  { base: 3, head: 3, p: 0.7381 },
])("Fisher's one-sided p of $base/5 against $head/5 is $p", ({ base, head, p }) => {
  expect(fisherP(base, head, 5)).toBeCloseTo(p, 4);
});

describe('the draws', () => {
  const draw = (seed: number, stream: number): number[] => {
    const random = randomOf(seed, stream);
    return Array.from({ length: 20_000 }, () => random());
  };

  test('repeat for the same seed and stream, and differ for another of either', () => {
    expect(draw(1, 2)).toEqual(draw(1, 2));
    expect(draw(1, 2)).not.toEqual(draw(1, 3));
    expect(draw(1, 2)).not.toEqual(draw(2, 2));
  });

  test('are spread evenly over [0, 1) and not correlated with the next one', () => {
    const values = draw(7, 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const lagged = values
      .slice(1)
      .reduce((sum, value, index) => sum + (value - 0.5) * ((values[index] ?? 0) - 0.5), 0);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    expect(Math.abs(lagged / values.length)).toBeLessThan(0.003);
  });

  test('take their seed from the command line', () => {
    expect(readSeed([])).toBe(readSeed([]));
    expect(readSeed(['--seed', '42'])).toBe(42);
    expect(readSeed(['--seed', 'fresh'])).not.toBe(readSeed(['--seed', 'fresh']));
    expect(() => readSeed(['--seed', 'often'])).toThrow('--seed');
  });
});
