import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  dropEvidence,
  dropThreshold,
  falseAlarmRate,
  hitProbability,
  tabulate
} from "./chunk-SR2FHZCC.js";

// src/core/statistics/detectable.ts
function smallestDetectableDrop(plan, level) {
  const threshold = dropThreshold(plan, level);
  const table = tabulate(plan, (passes, index) => dropEvidence(passes, plan[index] ?? { base: 0, head: 0 }));
  const power = (drop) => hitProbability({ plan, table, threshold, base: usualBase, head: usualBase - drop });
  return steps.find((drop) => power(drop) >= 0.8) ?? null;
}
function canBlock(plan, level) {
  return plan.some((look) => falseAlarmRate(plan, dropEvidence({ base: look.base, head: 0 }, look)) <= level);
}
var usualBase = 0.95;
var steps = Array.from({ length: 19 }, (_, index) => (5 + 5 * index) / 100);

export {
  smallestDetectableDrop,
  canBlock
};
