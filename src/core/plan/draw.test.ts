import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BaseSample } from './choose-base.ts';
import { coldDraw, confirmingDraw, drawFrom } from './draw.ts';

const looks = [3, 5, 8, 12];
const day = 24 * 60 * 60 * 1000;
const now = 100 * day;

function stored(count: number, ageDays = 1): BaseSample[] {
  return Array.from({ length: count }, (_, sample) => ({
    sample,
    origin: { at: now - ageDays * day, event: 'default-branch' },
    servedBy: 'model-1',
  }));
}

const drawWith = (available: readonly BaseSample[]) =>
  drawFrom({ looks, available, target: 20, confirm: 5, now, maxAgeMs: 7 * day });

describe('the samples of a comparison', () => {
  test('are all fresh where nothing is stored, and nothing has to be confirmed', () => {
    expect(drawWith([])).toEqual(coldDraw(looks));
  });

  test('of a cold base come in two steps at the second look: the head first, which may need no more of the base', () => {
    expect(drawWith([]).looks).toEqual([
      { base: 3, head: 3 },
      { base: 3, head: 5, short: true },
      { base: 5, head: 5 },
      { base: 8, head: 8 },
      { base: 12, head: 12 },
    ]);
    expect(drawWith(stored(5)).looks.some(({ short }) => short === true)).toBe(false);
    expect(coldDraw([3, 5]).looks).toHaveLength(2);
  });

  test('take twenty stored base samples from the first look on, and fresh ones to confirm with', () => {
    const draw = drawWith(stored(22));
    expect(draw.looks.map(({ base }) => base)).toEqual([20, 20, 20, 20]);
    expect(draw.reused).toHaveLength(20);
    expect(draw.confirming).toEqual([22, 23, 24, 25, 26]);
  });

  test('are topped up with numbers that are on no record', () => {
    const draw = drawWith(stored(6));
    expect(draw.reused).toHaveLength(5);
    expect(draw.looks.map(({ base }) => base)).toEqual([5, 5, 8, 12]);
    expect(draw.baseSamples.slice(5)).toEqual([6, 7, 8, 9, 10, 11, 12]);
    expect(draw.confirming).toEqual([13, 14, 15, 16, 17]);
  });

  test('of an earlier push of the pull request serve the next one, however few they are', () => {
    const draw = drawWith(stored(3));
    expect(draw.reused).toEqual([0, 1, 2]);
    expect(draw.looks.slice(0, 2)).toEqual([
      { base: 3, head: 3 },
      { base: 3, head: 5, short: true },
    ]);
    expect(draw.baseSamples).toEqual(Array.from({ length: 12 }, (_, sample) => sample));
  });

  test('leave out what is older than a week, and draw none of its numbers again', () => {
    const draw = drawWith(stored(20, 8));
    expect(draw.reused).toEqual([]);
    expect(draw.baseSamples[0]).toBe(20);
  });
});

test('the confirming comparison keeps the fresh samples in and rounds the rest down', () => {
  const confirming = confirmingDraw(drawWith(stored(20)));
  expect(confirming.looks.map(({ base }) => base)).toEqual([25, 25, 25, 25]);
  expect(confirming.baseSamples.slice(0, 5)).toEqual([20, 21, 22, 23, 24]);
  expect(confirmingDraw(drawWith(stored(5))).looks.map(({ base }) => base)).toEqual([8, 8, 8, 12]);
});

test('whatever is stored, no sample is taken twice and every look has its base samples', () => {
  const sample = fc.record({
    sample: fc.nat(40),
    origin: fc.record({
      at: fc.integer({ min: 0, max: now }),
      event: fc.constantFrom('default-branch' as const, 'pull-request' as const),
    }),
    servedBy: fc.constantFrom('model-1', 'model-2'),
  });
  fc.assert(
    fc.property(fc.uniqueArray(sample, { selector: (each) => each.sample, maxLength: 40 }), (available) => {
      const draw = drawWith(available);
      const all = [...draw.baseSamples, ...draw.confirming];
      expect(new Set(all).size).toBe(all.length);
      expect(draw.baseSamples).toHaveLength(draw.looks.at(-1)?.base ?? 0);
      const confirming = confirmingDraw(draw);
      expect(confirming.baseSamples).toHaveLength(confirming.looks.at(-1)?.base ?? 0);
    }),
  );
});
