import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dropEvidence, noDropEvidence } from './evidence.ts';
import { dropThreshold, falseAlarmRate, missRate, noDropThreshold } from './gate.ts';
import { tabulate } from './hit-probability.ts';
import type { Look, Passes, SamplingPlan } from './sampling-plan.ts';

const someLook = fc.record({ base: fc.integer({ min: 1, max: 9 }), head: fc.integer({ min: 1, max: 9 }) });
// Each look keeps the samples of the one before.
const somePlan = fc.array(someLook, { minLength: 1, maxLength: 3 }).map((added) =>
  added.reduce<readonly Look[]>((plan, { base, head }) => {
    const last = plan.at(-1) ?? { base: 0, head: 0 };
    return [...plan, { base: last.base + base, head: last.head + head }];
  }, []),
);
const someDrop = fc.integer({ min: 2, max: 18 }).map((step) => step / 20);
const someLevel = fc.constantFrom(0.2, 0.1, 0.05, 0.01);

test('both thresholds are the smallest value that stays within its level at every rate', () => {
  fc.assert(
    fc.property(somePlan, someDrop, someLevel, (plan, drop, level) => {
      const none = tabulate(plan, (passes, look) => noDropEvidence(passes, lookOf(plan, look), drop));
      const missedAt = (threshold: number): number => missRate({ plan, table: none, threshold }, drop);
      expect(noDropThreshold(plan, drop, level)).toBe(smallestOf(none, level, missedAt));
      const found = tabulate(plan, (passes, look) => dropEvidence(passes, lookOf(plan, look)));
      const falselyAt = (threshold: number): number => falseAlarmRate(plan, threshold);
      expect(dropThreshold(plan, level)).toBe(smallestOf(found, level, falselyAt));
    }),
    { numRuns: 40 },
  );
});

function lookOf(plan: SamplingPlan, index: number): Look {
  return plan[index] ?? { base: 0, head: 0 };
}

// All values below the smallest one must miss the level. A larger threshold is met by fewer outcomes, so the last of
// them speaks for the others; halving finds it without asking each at all rates.
function smallestOf(
  table: readonly Float64Array[],
  level: number,
  rateOf: (threshold: number) => number,
): number {
  const values = [...new Set(table.flatMap((row) => [...row]))].filter((value) => value > 0);
  const ordered = values.toSorted((one, other) => one - other);
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rateOf(ordered[middle] ?? Infinity) <= level) high = middle;
    else low = middle + 1;
  }
  return ordered[low] ?? Infinity;
}

test('the evidence against a drop is that of a search with logarithms over every base rate', () => {
  const counts = fc.record({
    look: fc.record({ base: fc.integer({ min: 1, max: 200 }), head: fc.integer({ min: 1, max: 200 }) }),
    base: fc.double({ min: 0, max: 1, noNaN: true }),
    head: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(counts, someDrop, ({ look, base, head }, drop) => {
      const passes = { base: Math.round(base * look.base), head: Math.round(head * look.head) };
      fc.pre(passes.head / look.head > passes.base / look.base - drop + 1e-12);
      // The ternary search never reaches an end of the range itself, which the slope there turns into 1e-7 at most.
      expect(Math.abs(noDropEvidence(passes, look, drop) - searched(passes, look, drop))).toBeLessThan(2e-7);
    }),
    { numRuns: 2000 },
  );
});

// The search that was used before: two free rates against the best pair, in 60 ternary steps.
function searched(passes: Passes, look: Look, drop: number): number {
  const at = (base: number): number =>
    likelihood(passes.base, look.base, base) + likelihood(passes.head, look.head, Math.max(0, base - drop));
  let low = drop;
  let high = 1;
  for (let step = 0; step < 60; step += 1) {
    const third = (high - low) / 3;
    if (at(low + third) >= at(high - third)) high -= third;
    else low += third;
  }
  const free =
    likelihood(passes.base, look.base, passes.base / look.base) +
    likelihood(passes.head, look.head, passes.head / look.head);
  return free - at((low + high) / 2);
}

function likelihood(passed: number, samples: number, rate: number): number {
  const failed = samples - passed;
  return (passed === 0 ? 0 : passed * Math.log(rate)) + (failed === 0 ? 0 : failed * Math.log(1 - rate));
}
