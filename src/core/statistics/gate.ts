import { dropEvidence, noDropEvidence } from './evidence.ts';
import { hitProbability, tabulate } from './hit-probability.ts';
import type { OutcomeTable } from './hit-probability.ts';
import { smallestThreshold } from './smallest-threshold.ts';
import { planNumbers } from './sampling-plan.ts';
import type { SamplingPlan } from './sampling-plan.ts';

/**
 * Largest probability, over all pass rates that both arms may share, that the plan meets drop evidence of at least
 * `evidence`. It is the false-alarm rate of that threshold, and also the anytime p-value of that evidence. Equal
 * rates are the least favourable ones, because the evidence grows with base passes and falls with head passes.
 */
export function falseAlarmRate(plan: SamplingPlan, evidence: number): number {
  if (evidence <= 0) return 1;
  const { table, rates } = gateOf(plan);
  return remembered(rates, evidence, () =>
    Math.max(...sharedRates.map((shared) => hitAt({ plan, table, threshold: evidence }, shared, shared))),
  );
}

/** The smallest drop evidence whose false-alarm rate stays within alpha: the gate's threshold. Infinity if none. */
export function dropThreshold(plan: SamplingPlan, alpha: number): number {
  const { table, thresholds } = gateOf(plan);
  const chance = (threshold: number, rate: number): number => hitAt({ plan, table, threshold }, rate, rate);
  return remembered(thresholds, alpha, () =>
    smallestThreshold({ table, level: alpha, rates: sharedRates, chance }),
  );
}

/**
 * The smallest evidence against a drop of `drop` or more that a true drop of that size reaches with probability at
 * most beta. Infinity if the plan can never rule that drop out.
 */
export function noDropThreshold(plan: SamplingPlan, drop: number, beta: number): number {
  return remembered(gateOf(plan).noDropThresholds, `${drop} ${beta}`, () => {
    const table = tabulate(plan, (passes, look) => noDropEvidence(passes, plan[look] ?? nothing, drop));
    const chance = (threshold: number, rate: number): number =>
      hitAt({ plan, table, threshold }, rate, rate - drop);
    return smallestThreshold({ table, level: beta, rates: baseRates(drop), chance });
  });
}

/** Probability of claiming "no drop of `drop`" when there is one, at the least favourable base rate. */
export function missRate(
  region: { readonly plan: SamplingPlan; readonly table: OutcomeTable; readonly threshold: number },
  drop: number,
): number {
  return Math.max(...baseRates(drop).map((rate) => hitAt(region, rate, rate - drop)));
}

function baseRates(drop: number): readonly number[] {
  return grid(drop, 1, 61);
}

const nothing = { base: 0, head: 0 };

// 45 points where the curve changes slowly, and 38 near 1, where suites usually are. A test checks a grid four times
// finer.
const sharedRates = [...grid(0.02, 0.9, 45), ...grid(0.905, 0.9975, 38)];

function hitAt(
  region: { readonly plan: SamplingPlan; readonly table: OutcomeTable; readonly threshold: number },
  base: number,
  head: number,
): number {
  return hitProbability({ ...region, base, head });
}

function grid(from: number, to: number, points: number): number[] {
  return Array.from({ length: points }, (_, index) => from + ((to - from) * index) / (points - 1));
}

// What follows from the numbers of a plan alone. It is needed at every look of every question and for every test.
type Gate = {
  /** The evidence for a drop of every outcome. */
  readonly table: OutcomeTable;
  readonly rates: Map<number, number>;
  readonly thresholds: Map<number, number>;
  readonly noDropThresholds: Map<string, number>;
};

const gates = new Map<string, Gate>();

function gateOf(plan: SamplingPlan): Gate {
  return remembered(gates, planNumbers(plan), () => ({
    table: tabulate(plan, (passes, look) => dropEvidence(passes, plan[look] ?? nothing)),
    rates: new Map(),
    thresholds: new Map(),
    noDropThresholds: new Map(),
  }));
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, compute: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = compute();
  known.set(key, value);
  return value;
}
