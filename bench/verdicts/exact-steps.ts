import type { Look } from '../../src/core/statistics/sampling-plan.ts';

type Mass = Look & { readonly of: Float64Array };

/** The mass after the samples up to the next look, by its outcomes; the sides are independent. */
export function predictedAt(
  mass: Mass,
  look: Look,
  rates: { readonly base: number; readonly head: number },
): Float64Array {
  const moved = new Float64Array((look.base + 1) * (look.head + 1));
  const base = binomial(look.base - mass.base, rates.base);
  const head = binomial(look.head - mass.head, rates.head);
  mass.of.forEach((chance, outcome) => {
    if (chance === 0) return;
    const passedBase = Math.floor(outcome / (mass.head + 1));
    const passedHead = outcome % (mass.head + 1);
    for (const [moreBase, byBase] of base.entries())
      for (const [moreHead, byHead] of head.entries()) {
        const to = (passedBase + moreBase) * (look.head + 1) + passedHead + moreHead;
        moved[to] = (moved[to] ?? 0) + chance * byBase * byHead;
      }
  });
  return moved;
}

function binomial(samples: number, rate: number): readonly number[] {
  let ways = 1;
  return Array.from({ length: samples + 1 }, (_, passed) => {
    if (passed > 0) ways = (ways * (samples - passed + 1)) / passed;
    return ways * rate ** passed * (1 - rate) ** (samples - passed);
  });
}
