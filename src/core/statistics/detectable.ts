import { dropEvidence } from './evidence.ts';
import { dropThreshold, falseAlarmRate } from './gate.ts';
import { hitProbability, tabulate } from './hit-probability.ts';
import type { SamplingPlan } from './sampling-plan.ts';

/**
 * The smallest drop (in steps of 0.05), from a base that passes 95 % of the time, that the plan finds with a
 * probability of 80 % at the level of one question; null when it does not even find a total break that often.
 */
export function smallestDetectableDrop(plan: SamplingPlan, level: number): number | null {
  const threshold = dropThreshold(plan, level);
  const table = tabulate(plan, (passes, index) => dropEvidence(passes, plan[index] ?? { base: 0, head: 0 }));
  const power = (drop: number): number =>
    hitProbability({ plan, table, threshold, base: usualBase, head: usualBase - drop });
  return steps.find((drop) => power(drop) >= 0.8) ?? null;
}

/** Whether any outcome of the plan could block at this level: a base that always passes and a head that never does. */
export function canBlock(plan: SamplingPlan, level: number): boolean {
  return plan.some((look) => falseAlarmRate(plan, dropEvidence({ base: look.base, head: 0 }, look)) <= level);
}

const usualBase = 0.95;

const steps = Array.from({ length: 19 }, (_, index) => (5 + 5 * index) / 100);
