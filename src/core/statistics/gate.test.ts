import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dropEvidence, noDropEvidence } from './evidence.ts';
import { dropThreshold, falseAlarmRate, missRate, noDropThreshold } from './gate.ts';
import { hitProbability, tabulate } from './hit-probability.ts';
import { coldPlan } from './sampling-plan.ts';
import type { SamplingPlan } from './sampling-plan.ts';

const looks = [3, 5, 8, 12];
const warm: SamplingPlan = looks.map((head) => ({ base: 20, head }));
const cold = coldPlan(looks);

describe('the exact gate, against values computed independently', () => {
  test('with 20 stored base samples its threshold is 2.48375526 and its size .0494', () => {
    expect(dropThreshold(warm, 0.05)).toBeCloseTo(2.48375526, 8);
    expect(falseAlarmRate(warm, 2.48375526)).toBeCloseTo(0.0494, 4);
  });

  test('with a cold base its threshold is 2.74358469 and its size .0492', () => {
    expect(dropThreshold(cold, 0.05)).toBeCloseTo(2.74358469, 8);
    expect(falseAlarmRate(cold, 2.74358469)).toBeCloseTo(0.0492, 4);
  });

  test('a drop of 40 points or more is ruled out from evidence 2.0171 on, wrongly in .0870 of runs', () => {
    const threshold = noDropThreshold(warm, 0.4, 0.1);
    const table = tabulate(warm, (passes, look) =>
      noDropEvidence(passes, warm[look] ?? { base: 0, head: 0 }, 0.4),
    );
    expect(threshold).toBeCloseTo(2.0171, 4);
    expect(missRate({ plan: warm, table, threshold }, 0.4)).toBeCloseTo(0.087, 3);
  });

  test('a base that always passed and a head that fails three times is p = 1.5e-4', () => {
    expect(falseAlarmRate(warm, dropEvidence({ base: 20, head: 0 }, { base: 20, head: 3 }))).toBeCloseTo(
      1.5e-4,
      5,
    );
  });

  test('finds a fall from 95 % to 55 % with probability .764 warm and .630 cold', () => {
    expect(power(warm, 0.95, 0.55)).toBeCloseTo(0.764, 3);
    expect(power(cold, 0.95, 0.55)).toBeCloseTo(0.63, 2);
  });

  test('its size holds on a grid of pass rates four times finer than the one it was computed on', () => {
    const rates = Array.from({ length: 331 }, (_, index) => 0.02 + (0.9775 * index) / 330);
    for (const plan of [warm, cold]) {
      const threshold = dropThreshold(plan, 0.05);
      const table = tabulate(plan, (passes, look) =>
        dropEvidence(passes, plan[look] ?? { base: 0, head: 0 }),
      );
      const rateAt = (rate: number): number =>
        hitProbability({ plan, table, threshold, base: rate, head: rate });
      expect(Math.max(...rates.map(rateAt))).toBeLessThanOrEqual(0.05 + 1e-3);
    }
  });

  test('a threshold with a laxer level is caught by the size check', () => {
    expect(falseAlarmRate(cold, dropThreshold(cold, 0.15))).toBeGreaterThan(0.05 + 1e-3);
  });
});

test('more base passes never weaken the evidence of a drop, more head passes never strengthen it', () => {
  const look = { base: 20, head: 12 };
  const counts = fc.record({ base: fc.integer({ min: 0, max: 19 }), head: fc.integer({ min: 0, max: 11 }) });
  fc.assert(
    fc.property(counts, (passes) => {
      const here = dropEvidence(passes, look);
      expect(dropEvidence({ ...passes, base: passes.base + 1 }, look)).toBeGreaterThanOrEqual(here);
      expect(dropEvidence({ ...passes, head: passes.head + 1 }, look)).toBeLessThanOrEqual(here);
    }),
  );
});

// Power if a run that first rules the drop out stops without a claim, as the engine does.
function power(plan: SamplingPlan, base: number, head: number): number {
  const regress = dropThreshold(plan, 0.05);
  const clean = noDropThreshold(plan, 0.4, 0.1);
  const stopped = tabulate(plan, (passes, index) => {
    const look = plan[index] ?? { base: 0, head: 0 };
    if (dropEvidence(passes, look) >= regress) return 2;
    return noDropEvidence(passes, look, 0.4) >= clean ? 1 : 0;
  });
  const either = hitProbability({ plan, table: stopped, threshold: 1, base, head });
  const cleanFirst = stopped.map((row) => row.map((value) => (value === 0 ? 0 : 3 - value)));
  const onlyClean = hitCountingOnly(plan, cleanFirst, { base, head });
  return either - onlyClean;
}

// Probability that a run ends in an outcome marked 2, where outcomes marked 1 also end it.
function hitCountingOnly(
  plan: SamplingPlan,
  table: readonly Float64Array[],
  rates: { readonly base: number; readonly head: number },
): number {
  const all = hitProbability({ plan, table, threshold: 1, ...rates });
  const upTo = (last: number): number =>
    hitProbability({
      plan,
      table: table.map((row, look) => row.map((value) => (look > last ? 0 : value))),
      threshold: 1,
      ...rates,
    });
  const ends = plan.map((_, look) => upTo(look));
  const ofTwo = plan.map((_, look) => {
    const marked = table.map((row, index) =>
      index < look ? row : row.map((v) => (index === look && v === 2 ? 2 : 0)),
    );
    return hitProbability({ plan, table: marked, threshold: 1, ...rates }) - (ends[look - 1] ?? 0);
  });
  expect(all).toBeCloseTo(ends.at(-1) ?? 0, 12);
  return ofTwo.reduce((sum, probability) => sum + probability, 0);
}
