import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  digest,
  lonePlan,
  planWith,
  storedSteps,
  withoutShort
} from "./chunk-WSJ3JF5A.js";

// src/core/plan/possible-draw.ts
function isPossibleDraw(question, { samples }) {
  const { looks, baseSamples, reused, confirming } = question;
  if (question.asks === "portable")
    return [baseSamples, reused, confirming].every((numbers) => numbers.length === 0) && digest(looks) === digest(lonePlan(samples.looks));
  const expected = planWith(reused.length, samples.looks);
  const drawn = [...baseSamples, ...confirming];
  return isStep(reused.length, samples.base) && // A plan on record may be from before there were short looks.
  [expected, withoutShort(expected)].some((plan) => digest(looks) === digest(plan)) && baseSamples.length === expected.at(-1)?.base && reused.every((sample, index) => baseSamples[index] === sample) && confirming.length === (reused.length === 0 ? 0 : samples.confirm) && new Set(drawn).size === drawn.length;
}
function isStep(count, most) {
  return count === 0 || count <= most && storedSteps.some((step) => step === count);
}

export {
  isPossibleDraw
};
