import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dropEvidence } from './evidence.ts';
import { dropThreshold } from './gate.ts';
import { hitProbability, tabulate } from './hit-probability.ts';
import type { OutcomeTable } from './hit-probability.ts';
import type { SamplingPlan } from './sampling-plan.ts';

type Rates = { readonly base: number; readonly head: number };
type Region = { readonly plan: SamplingPlan; readonly table: OutcomeTable; readonly threshold: number };

// Every sequence of single outcomes of both arms with its probability: 2^(base + head) of them.
function enumerated({ plan, table, threshold }: Region, rates: Rates): number {
  const last = plan.at(-1) ?? { base: 0, head: 0 };
  let total = 0;
  for (let base = 0; base < 2 ** last.base; base += 1) {
    for (let head = 0; head < 2 ** last.head; head += 1) {
      const isHit = plan.some((look, index) => {
        const cell = passes(base, look.base) * (look.head + 1) + passes(head, look.head);
        return (table[index]?.[cell] ?? 0) >= threshold;
      });
      if (isHit) total += chance(base, last.base, rates.base) * chance(head, last.head, rates.head);
    }
  }
  return total;
}

function passes(sequence: number, samples: number): number {
  let total = 0;
  for (let bit = 0; bit < samples; bit += 1) total += (sequence >> bit) & 1;
  return total;
}

function chance(sequence: number, samples: number, rate: number): number {
  const passed = passes(sequence, samples);
  return rate ** passed * (1 - rate) ** (samples - passed);
}

const smallPlan = fc
  .record({
    stored: fc.integer({ min: 0, max: 5 }),
    steps: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ stored, steps }): SamplingPlan => {
    const heads = steps.map((_, index) => steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0));
    return heads.map((head) => ({ base: Math.max(stored, head), head }));
  });

const rate = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));

test('the chance to meet a region is what counting every sequence of outcomes gives', () => {
  const region = smallPlan.chain((plan) =>
    fc.record({
      plan: fc.constant(plan),
      table: fc.tuple(
        ...plan.map((look) =>
          fc
            .array(fc.constantFrom(0, 1, 2), {
              minLength: (look.base + 1) * (look.head + 1),
              maxLength: (look.base + 1) * (look.head + 1),
            })
            .map((row) => Float64Array.from(row)),
        ),
      ),
      threshold: fc.constantFrom(1, 2),
    }),
  );
  fc.assert(
    fc.property(region, rate, rate, (of, base, head) => {
      expect(hitProbability({ ...of, base, head })).toBeCloseTo(enumerated(of, { base, head }), 12);
    }),
    { numRuns: 60 },
  );
});

test('so is the false-alarm rate of a small gate', () => {
  const plan: SamplingPlan = [
    { base: 4, head: 2 },
    { base: 4, head: 4 },
    { base: 5, head: 5 },
  ];
  const table = tabulate(plan, (counts, look) => dropEvidence(counts, plan[look] ?? { base: 1, head: 1 }));
  const region = { plan, table, threshold: dropThreshold(plan, 0.05) };
  for (const shared of [0.1, 0.5, 0.8, 0.95]) {
    const exact = enumerated(region, { base: shared, head: shared });
    expect(hitProbability({ ...region, base: shared, head: shared })).toBeCloseTo(exact, 12);
    expect(exact).toBeLessThanOrEqual(0.05);
  }
});

test('a threshold nothing reaches is never met, one that everything reaches always', () => {
  fc.assert(
    fc.property(smallPlan, rate, rate, (plan, base, head) => {
      const table = tabulate(plan, () => 1);
      expect(hitProbability({ plan, table, threshold: 2, base, head })).toBe(0);
      expect(hitProbability({ plan, table, threshold: 1, base, head })).toBeCloseTo(1, 12);
    }),
  );
});
