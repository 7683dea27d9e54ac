import { tabulate, type OutcomeTable } from './hit-probability.ts';
import type { Look, SamplingPlan } from './sampling-plan.ts';

/**
 * A question ends where the chance that a later sample decides anything is below this. At 0.02 a suite of twelve tests
 * would lose more than one point of power (docs/decisions/0031-futility-and-short-looks.md).
 */
export const futileBelow = 0.015;

/**
 * For every outcome of every look the chance that a later look shows an outcome that decides (`decides` is not 0 for
 * it), if all that is known of the two pass rates is what was seen so far: Jeffreys' prior Beta(½, ½) for each of them,
 * independently, and the posterior predictive distribution of the samples still to come (beta-binomial). Computed
 * backwards over the looks, so that it is exact. 0 at the last look.
 *
 * It is only used to end sampling without a claim. Such a stop can only lower the chance of a false alarm and of a wrong
 * `held`, so no threshold depends on it.
 */
export function chancesToDecide(plan: SamplingPlan, decides: OutcomeTable): OutcomeTable {
  const chances = plan.map((look) => new Float64Array((look.base + 1) * (look.head + 1)));
  for (let index = plan.length - 2; index >= 0; index -= 1) {
    const [look, next] = [plan[index] ?? none, plan[index + 1] ?? none];
    const after = Float64Array.from(chances[index + 1] ?? [], (chance, outcome) =>
      (decides[index + 1]?.[outcome] ?? 0) > 0 ? 1 : chance,
    );
    const expected = tabulate([look], (passes) =>
      expectedAfter(after, next, {
        base: predicted(passes.base, look.base, next.base - look.base),
        head: predicted(passes.head, look.head, next.head - look.head),
        passes,
      }),
    );
    chances[index]?.set(expected[0] ?? []);
  }
  return chances;
}

const none: Look = { base: 0, head: 0 };

function expectedAfter(
  after: Float64Array,
  next: Look,
  from: {
    readonly passes: Look;
    readonly base: readonly number[];
    readonly head: readonly number[];
  },
): number {
  let expected = 0;
  for (const [moreBase, baseWeight] of from.base.entries()) {
    const row = (from.passes.base + moreBase) * (next.head + 1) + from.passes.head;
    for (const [moreHead, headWeight] of from.head.entries())
      expected += baseWeight * headWeight * (after[row + moreHead] ?? 0);
  }
  return expected;
}

/**
 * Chances of 0, 1, … `more` passes in that many further samples of an arm of which `passed` of `samples` passed:
 * beta-binomial with a = passed + ½ and b = failed + ½.
 */
export function predicted(passed: number, samples: number, more: number): readonly number[] {
  const failed = samples - passed;
  return Array.from({ length: more + 1 }, (_, passes) => {
    // Pólya's urn: each further pass or failure makes the next one of its kind likelier.
    let chance = 1;
    for (let drawn = 0; drawn < more; drawn += 1) {
      const isPass = drawn < passes;
      const own = isPass ? passed + 0.5 + drawn : failed + 0.5 + (drawn - passes);
      const ways = isPass ? (more - drawn) / (passes - drawn) : 1;
      chance *= (ways * own) / (samples + 1 + drawn);
    }
    return chance;
  });
}
