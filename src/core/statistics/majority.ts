import { chancesToDecide } from './futility.ts';
import { hitProbability, tabulate, type OutcomeTable } from './hit-probability.ts';
import type { SamplingPlan } from './sampling-plan.ts';

/** What the samples of one arm say about its pass rate: above one half, below one half, or neither. */
export type Majority = {
  /** Anytime p-value of "the rate is one half or more": small if passes are few. */
  readonly fewPassP: number;
  /** Anytime p-value of "the rate is one half or less": small if passes are many. */
  readonly mostPassP: number;
};

/**
 * Exact test of one arm's pass rate against one half, valid at any stopping time within the looks. The evidence is
 * the log-likelihood ratio of the free rate against one half. A p-value is the probability that an arm whose rate is
 * one half meets, at some look of the plan, evidence as strong as the strongest seen. One half is the least
 * favourable rate of either hypothesis, because the evidence is monotone in the passes (the coupling argument of
 * docs/statistics.md). `passed` holds the arm's samples in the order in which the looks take them, only up to the
 * first one that was not measured; looks that it does not fill count as not taken.
 */
export function majorityOf(passed: readonly boolean[], looks: readonly number[]): Majority {
  const plan = looks.map((head) => ({ base: 0, head }));
  const taken = looks.filter((look) => look > 0 && look <= passed.length);
  const few = (passes: number, look: number): number => evidenceOfFew(passes, look);
  const most = (passes: number, look: number): number => evidenceOfFew(look - passes, look);
  const countUpTo = (look: number): number => passed.slice(0, look).filter(Boolean).length;
  const strongest = (of: typeof few): number =>
    Math.max(0, ...taken.map((look) => of(countUpTo(look), look)));
  return { fewPassP: pValue(plan, strongest(few)), mostPassP: pValue(plan, strongest(most)) };
}

/**
 * How likely a later look shows one of the two p-values at `level` or below, if all that is known of the rate is what
 * was seen so far; 0 where the samples fill no look. See chancesToDecide.
 */
export function majorityChance(
  seen: { readonly passed: number; readonly samples: number },
  looks: readonly number[],
  level: number,
): number {
  const plan = looks.map((head) => ({ base: 0, head }));
  const decides = tabulate(plan, ({ head }, index) => {
    const look = plan[index]?.head ?? 0;
    const evidence = Math.max(evidenceOfFew(head, look), evidenceOfFew(look - head, look));
    return pValue(plan, evidence) <= level ? 1 : 0;
  });
  const index = looks.lastIndexOf(seen.samples);
  return chancesToDecide(plan, decides)[index]?.[seen.passed] ?? 0;
}

// At one half many passes are as likely as few, so one table serves both directions.
function pValue(plan: SamplingPlan, evidence: number): number {
  if (evidence <= 0) return 1;
  const key = `${plan.map(({ head }) => head).join(' ')} ${evidence}`;
  const known =
    pValues.get(key) ?? hitProbability({ plan, table: tableOf(plan), threshold: evidence, ...fair });
  pValues.set(key, known);
  return Math.min(1, known);
}

const fair = { base: 0.5, head: 0.5 };

// The same few outcomes occur for every question and at every look.
const pValues = new Map<string, number>();

function tableOf(plan: SamplingPlan): OutcomeTable {
  return tabulate(plan, ({ head }, look) => evidenceOfFew(head, plan[look]?.head ?? 0));
}

// Log-likelihood ratio of the free rate against one half; 0 if at least half passed. Rounded so that ties are equal.
function evidenceOfFew(passes: number, samples: number): number {
  if (samples === 0 || passes * 2 >= samples) return 0;
  const free = timesLog(passes, passes / samples) + timesLog(samples - passes, 1 - passes / samples);
  return Math.round((free + samples * Math.LN2) * 1e8) / 1e8;
}

// 0 · ln 0 = 0: an outcome that was not seen says nothing about its rate.
function timesLog(count: number, rate: number): number {
  return count === 0 ? 0 : count * Math.log(rate);
}
