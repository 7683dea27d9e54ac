import { dropEvidence } from './evidence.ts';
import { dropThreshold, falseAlarmRate } from './gate.ts';
import { hitProbability, tabulate } from './hit-probability.ts';
import type { SamplingPlan } from './sampling-plan.ts';

/**
 * The smallest drop (in steps of 0.05) from a base that passes 95 of 100 times which the plan finds with a chance of
 * 80 %, at the level a question of the run is held to; null when it finds not even a total break that often.
 */
export function smallestDetectableDrop(plan: SamplingPlan, level: number): number | null {
  const threshold = dropThreshold(plan, level);
  const table = tabulate(plan, (passes, index) => dropEvidence(passes, plan[index] ?? { base: 0, head: 0 }));
  const power = (drop: number): number =>
    hitProbability({ plan, table, threshold, base: usualBase, head: usualBase - drop });
  return steps.find((drop) => power(drop) >= 0.8) ?? null;
}

/** Whether any outcome of the plan could block at this level: a base that always and a head that never passes. */
export function canBlock(plan: SamplingPlan, level: number): boolean {
  return plan.some((look) => falseAlarmRate(plan, dropEvidence({ base: look.base, head: 0 }, look)) <= level);
}

const usualBase = 0.95;

const steps = Array.from({ length: 19 }, (_, index) => (5 + 5 * index) / 100);
