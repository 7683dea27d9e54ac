import { describe, expect, test } from '@jest/globals';
import type { BaseSample } from './choose-base.ts';
import { anchorSamples, driftDraw, freshForDrift, nightNumbers } from './night-draw.ts';

const day = 24 * 60 * 60 * 1000;
const week = { now: 100 * day, maxAgeMs: 7 * day };
const stored = (sample: number, ageInDays: number): BaseSample => ({
  sample,
  origin: { at: week.now - ageInDays * day, event: 'default-branch' },
  servedBy: 'm',
});

describe('the numbers of a night', () => {
  test('are new ones: what is on record is never drawn again while it counts', () => {
    const available = [stored(0, 1), stored(1, 1), stored(3, 1)];
    expect(nightNumbers({ ...week, available, kept: [], count: 3, within: 80 })).toEqual([2, 4, 5]);
  });

  test('are those that aged out where none is free, the oldest first, and never the anchor’s', () => {
    const available = [stored(0, 30), stored(1, 9), stored(2, 10), stored(3, 1)];
    expect(nightNumbers({ ...week, available, kept: [0], count: 3, within: 4 })).toEqual([2, 1, 4]);
  });
});

describe('a drift comparison', () => {
  const looks = [3, 5, 8, 12];
  const fresh = Array.from({ length: freshForDrift(looks) }, (_, index) => 30 + index);

  test('holds fresh samples of the head against the oldest of the anchor, which nothing confirms', () => {
    const available = Array.from({ length: 25 }, (_, sample) => stored(sample, 40 - sample));
    const draw = driftDraw({ looks, anchor: anchorSamples(available, 20), fresh });
    expect(draw.baseSamples).toEqual(Array.from({ length: 20 }, (_, sample) => sample));
    expect(draw).toMatchObject({ reused: draw.baseSamples, confirming: [], headSamples: fresh.slice(0, 12) });
    expect(draw.looks.at(-1)).toEqual({ base: 20, head: 12 });
  });

  test('tops a short anchor up, with numbers of neither the head nor the anchor', () => {
    const draw = driftDraw({ looks, anchor: [0, 1, 2, 3, 4, 5], fresh });
    expect(draw.reused).toEqual([0, 1, 2, 3, 4]);
    expect(draw.baseSamples).toHaveLength(12);
    expect(new Set([...draw.baseSamples, ...draw.headSamples]).size).toBe(24);
  });
});
