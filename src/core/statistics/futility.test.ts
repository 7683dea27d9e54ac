import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decisionChance } from './decision-chance.ts';
import { chancesToDecide, futileBelow, predicted } from './futility.ts';
import { tabulate } from './hit-probability.ts';
import { coldPlan, planWith, storedSteps } from './sampling-plan.ts';
import type { Passes, SamplingPlan } from './sampling-plan.ts';

const rules = { alpha: 0.05, drop: 0.4, beta: 0.1 };
const looks = [3, 5, 8, 12];
const anyPlan = fc.constantFrom(...[0, ...storedSteps].map((stored) => planWith(stored, looks)));

/** A look before the last of a plan, and counts that it may show. */
const anySeen = fc.tuple(anyPlan, fc.nat(), fc.nat(), fc.nat()).map(([plan, which, base, head]) => {
  const index = which % (plan.length - 1);
  const look = plan[index] ?? { base: 0, head: 0 };
  return { plan, index, suite: { base: base % (look.base + 1), head: head % (look.head + 1) }, tests: [] };
});

describe('the samples to come are predicted', () => {
  test('by the beta-binomial distribution with half a pass and half a failure added', () => {
    // Beta(½, 5½): the next one passes with ½ / 6, the next two with ½ · 1½ / (6 · 7).
    expect(predicted(0, 5, 1)).toEqual([5.5 / 6, 0.5 / 6]);
    expect(predicted(0, 5, 2)[2]).toBeCloseTo(0.75 / 42, 12);
    expect(predicted(0, 5, 0)).toEqual([1]);
  });

  test('by chances that add up to one, with the mean that was seen', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(12), (passed, failed, more) => {
        const chances = predicted(passed, passed + failed, more);
        const mean = chances.reduce((sum, chance, passes) => sum + chance * passes, 0);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
        expect(mean).toBeCloseTo((more * (passed + 0.5)) / (passed + failed + 1), 10);
      }),
    );
  });
});

describe('the chance that a later look decides', () => {
  test('is .0024 where five samples a side all failed, and .0315 where three did', () => {
    // Without the short look, as it was computed independently of this code.
    const plan = looks.map((head) => ({ base: head, head }));
    const chance = (index: number) =>
      decisionChance({ plan, index, suite: { base: 0, head: 0 }, tests: [] }, rules);
    expect(chance(1)).toBeCloseTo(0.0024, 4);
    expect(chance(0)).toBeCloseTo(0.0315, 4);
  });

  test('is what all ways in which the samples may continue add up to', () => {
    const plan = coldPlan([2, 3, 4]);
    const table = tabulate(plan, ({ base, head }, index) => (index > 0 && base - head >= 2 ? 1 : 0));
    const chances = chancesToDecide(plan, table);
    expect(chances[0]?.[2 * 3]).toBeCloseTo(byEnumeration(plan, table, { base: 2, head: 0 }), 12);
    expect(chances[0]?.[1 * 3 + 1]).toBeCloseTo(byEnumeration(plan, table, { base: 1, head: 1 }), 12);
    expect(chances.at(-1)?.every((chance) => chance === 0)).toBe(true);
  });

  test('never rises where a decision is made harder', () => {
    fc.assert(
      fc.property(anySeen, fc.constantFrom(0.05, 0.02, 0.01), (seen, alpha) => {
        const harder = { ...rules, alpha: alpha / 4 };
        expect(decisionChance(seen, harder)).toBeLessThanOrEqual(decisionChance(seen, { ...rules, alpha }));
      }),
    );
  });

  test('never falls because tests are looked at as well', () => {
    fc.assert(
      fc.property(anySeen, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }), (seen, rows) => {
        const look = seen.plan[seen.index] ?? { base: 0, head: 0 };
        const tests = rows.map(([base, head]) => ({
          base: base % (look.base + 1),
          head: head % (look.head + 1),
        }));
        expect(decisionChance({ ...seen, tests }, rules)).toBeGreaterThanOrEqual(decisionChance(seen, rules));
      }),
    );
  });

  test.each([0, ...storedSteps])(
    'is below the bar for some outcome before the last look, with %i stored',
    (stored) => {
      const plan = planWith(stored, looks);
      const index = plan.length - 2;
      const suites = outcomesAt(plan[index] ?? { base: 0, head: 0 });
      expect(
        suites.some((suite) => decisionChance({ plan, index, suite, tests: [] }, rules) < futileBelow),
      ).toBe(true);
    },
  );

  test('is above it after three samples a side, whatever they came to', () => {
    const plan = coldPlan(looks);
    const chances = outcomesAt({ base: 3, head: 3 }).map((suite) =>
      decisionChance({ plan, index: 0, suite, tests: [] }, rules),
    );
    expect(Math.min(...chances)).toBeGreaterThan(futileBelow);
  });
});

function outcomesAt(look: Passes): Passes[] {
  return Array.from({ length: look.base + 1 }, (_, base) =>
    Array.from({ length: look.head + 1 }, (__, head) => ({ base, head })),
  ).flat();
}

type Table = ReturnType<typeof tabulate>;

// Every single sample to come is drawn by Pólya's urn, one after the other, base first.
function byEnumeration(plan: SamplingPlan, table: Table, seen: Passes): number {
  const go = (at: { index: number; base: number; head: number; s: number; t: number }): number => {
    const look = plan[at.index] ?? { base: 0, head: 0 };
    if (at.base < look.base) {
      const chance = (at.s + 0.5) / (at.base + 1);
      const next = { ...at, base: at.base + 1 };
      return chance * go({ ...next, s: at.s + 1 }) + (1 - chance) * go(next);
    }
    if (at.head < look.head) {
      const chance = (at.t + 0.5) / (at.head + 1);
      const next = { ...at, head: at.head + 1 };
      return chance * go({ ...next, t: at.t + 1 }) + (1 - chance) * go(next);
    }
    if ((table[at.index]?.[at.s * (look.head + 1) + at.t] ?? 0) > 0) return 1;
    return at.index + 1 < plan.length ? go({ ...at, index: at.index + 1 }) : 0;
  };
  const first = plan[0] ?? { base: 0, head: 0 };
  return go({ index: 1, base: first.base, head: first.head, s: seen.base, t: seen.head });
}
