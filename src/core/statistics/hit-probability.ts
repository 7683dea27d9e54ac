import type { Passes, SamplingPlan } from './sampling-plan.ts';

/** One number for each outcome of each look: entry `base × (look.head + 1) + head` of `table[look]`. */
export type OutcomeTable = readonly Float64Array[];

/** Evaluates `of` on every outcome of every look of the plan. */
export function tabulate(plan: SamplingPlan, of: (passes: Passes, look: number) => number): OutcomeTable {
  return plan.map((look, index) => {
    const row = new Float64Array((look.base + 1) * (look.head + 1));
    for (let base = 0; base <= look.base; base += 1) {
      for (let head = 0; head <= look.head; head += 1) {
        row[base * (look.head + 1) + head] = of({ base, head }, index);
      }
    }
    return row;
  });
}

/**
 * Exact probability that a run of the plan meets, at some look, an outcome whose tabulated value reaches
 * `threshold`, when the arms pass with rates `base` and `head`. Dynamic programming over the looks: the mass is
 * convolved with the binomials of the new samples, then what reaches the threshold is taken out and counted.
 */
export function hitProbability(question: {
  readonly plan: SamplingPlan;
  readonly table: OutcomeTable;
  readonly threshold: number;
  readonly base: number;
  readonly head: number;
}): number {
  const { plan, table, threshold } = question;
  let mass: Mass = { base: 0, head: 0, of: Float64Array.of(1) };
  let hit = 0;
  for (const [index, look] of plan.entries()) {
    mass = convolve(mass, {
      base: binomialProbabilities(look.base - mass.base, question.base),
      head: binomialProbabilities(look.head - mass.head, question.head),
    });
    const values = table[index] ?? new Float64Array();
    for (let cell = 0; cell < mass.of.length; cell += 1) {
      if ((values[cell] ?? 0) >= threshold) {
        hit += mass.of[cell] ?? 0;
        mass.of[cell] = 0;
      }
    }
  }
  return hit;
}

type Mass = { readonly base: number; readonly head: number; readonly of: Float64Array };

// The arms are independent, so the head's new samples are spread within each row, then the base's over the rows.
function convolve(mass: Mass, added: { readonly base: Float64Array; readonly head: Float64Array }): Mass {
  const base = mass.base + added.base.length - 1;
  const head = mass.head + added.head.length - 1;
  const byHead = new Float64Array((mass.base + 1) * (head + 1));
  for (let row = 0; row <= mass.base; row += 1) {
    const from = mass.of.subarray(row * (mass.head + 1), (row + 1) * (mass.head + 1));
    addSpread(byHead, row * (head + 1), { from, weights: added.head, step: 1 });
  }
  if (added.base.length === 1) return { base, head, of: byHead };
  const of = new Float64Array((base + 1) * (head + 1));
  addSpread(of, 0, { from: byHead, weights: added.base, step: head + 1 });
  return { base, head, of };
}

function addSpread(
  to: Float64Array,
  at: number,
  {
    from,
    weights,
    step,
  }: { readonly from: Float64Array; readonly weights: Float64Array; readonly step: number },
): void {
  for (let more = 0; more < weights.length; more += 1) {
    const weight = weights[more] ?? 0;
    const shift = at + more * step;
    for (let cell = 0; cell < from.length; cell += 1) {
      to[shift + cell] = (to[shift + cell] ?? 0) + weight * (from[cell] ?? 0);
    }
  }
}

function binomialProbabilities(samples: number, rate: number): Float64Array {
  return Float64Array.from({ length: samples + 1 }, (_, passed) => {
    if (rate <= 0) return passed === 0 ? 1 : 0;
    if (rate >= 1) return passed === samples ? 1 : 0;
    const ways = logFactorial(samples) - logFactorial(passed) - logFactorial(samples - passed);
    return Math.exp(ways + passed * Math.log(rate) + (samples - passed) * Math.log(1 - rate));
  });
}

const logFactorials = [0];

function logFactorial(n: number): number {
  for (let next = logFactorials.length; next <= n; next += 1) {
    logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
  }
  return logFactorials[n] ?? 0;
}
