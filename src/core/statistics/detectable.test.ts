import { describe, expect, test } from '@jest/globals';
import { canBlock, smallestDetectableDrop } from './detectable.ts';
import { coldPlan, planWith, roundedDown } from './sampling-plan.ts';

const looks = [3, 5, 8, 12];

describe('before anything is spent', () => {
  test('the default plan finds drops of 40 to 45 points for one question with 20 stored base samples', () => {
    expect(smallestDetectableDrop(planWith(20, looks), 0.05)).toBe(0.45);
  });

  test('it finds only larger ones cold, and for more questions', () => {
    expect(smallestDetectableDrop(coldPlan(looks), 0.05)).toBeGreaterThan(0.45);
    expect(smallestDetectableDrop(planWith(20, looks), 0.025 / 12)).toBeGreaterThan(0.45);
  });

  test('three samples a side can block one question on two endpoints, and never one of two', () => {
    expect(canBlock(coldPlan([3]), 0.05 / 2)).toBe(true);
    expect(canBlock(coldPlan([3]), 0.05 / 4)).toBe(false);
    expect(smallestDetectableDrop(coldPlan([3]), 0.05 / 4)).toBeNull();
  });
});

test.each([
  [0, 0],
  [2, 0],
  [3, 3],
  [7, 5],
  [19, 16],
  [24, 20],
  [60, 40],
])('%d stored base samples count as %d', (stored, counted) => {
  expect(roundedDown(stored)).toBe(counted);
});
