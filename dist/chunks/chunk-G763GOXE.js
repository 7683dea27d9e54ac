import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  posteriorOf
} from "./chunk-YNKOU3TA.js";

// src/core/blame/telling-prefix.ts
function mostTellingPrefix({ probabilities, chances }) {
  const meanOf = (of) => probabilities.reduce((sum, probability, index) => sum + probability * of(index), 0);
  let passes = meanOf((index) => chances[index]?.base ?? 0);
  let noise = meanOf((index) => entropy(chances[index]?.base ?? 0));
  let within = 0;
  let best = { prefix: 0, gain: entropy(passes) - noise, balance: 0 };
  for (const [part, probability] of probabilities.entries()) {
    const { base, head } = chances[part] ?? { base: 0, head: 0 };
    passes += probability * (head - base);
    noise += probability * (entropy(head) - entropy(base));
    within += probability;
    const next = { prefix: part + 1, gain: entropy(passes) - noise, balance: Math.min(within, 1 - within) };
    if (isBetter(next, best)) best = next;
  }
  return best.prefix;
}
function isBetter(one, other) {
  const more = one.gain - other.gain;
  return Math.abs(more) > rounding ? more > 0 : one.balance > other.balance + rounding;
}
var rounding = 1e-12;
function entropy(chance) {
  if (chance <= 0 || chance >= 1) return 0;
  return -chance * Math.log2(chance) - (1 - chance) * Math.log2(1 - chance);
}

// src/core/blame/search.ts
var mostSearchSamples = 20;
function searchState(start, samples) {
  const parts = start.prior.length;
  const posterior = posteriorOf(start.prior, start.detected, countsOf(samples, parts));
  const { probabilities, sides } = posterior;
  const likely = likelyParts(probabilities);
  const known = { probabilities, likely, counted: sides[likely[0] ?? -1] ?? { base: none, head: none } };
  if (parts <= 1) return { ...known, kind: "settled", end: parts === 1 ? "one-part" : "undecided" };
  if (Math.max(...probabilities) >= foundAt) return { ...known, kind: "settled", end: "found" };
  if (samples.length >= start.most) return { ...known, kind: "settled", end: "undecided" };
  return { ...known, kind: "sample", prefix: mostTellingPrefix(posterior) };
}
var foundAt = 0.96;
var likelyShare = 0.9;
var none = { passed: 0, failed: 0 };
function countsOf(samples, parts) {
  const counts = Array.from({ length: parts + 1 }, () => none);
  for (const { prefix, passed } of samples) {
    const before = counts[prefix];
    if (before === void 0) continue;
    counts[prefix] = { passed: before.passed + Number(passed), failed: before.failed + Number(!passed) };
  }
  return counts;
}
function likelyParts(probabilities) {
  const order = probabilities.map((_, index) => index).toSorted((one, other) => (probabilities[other] ?? 0) - (probabilities[one] ?? 0));
  let held = 0;
  const enough = order.findIndex((index) => (held += probabilities[index] ?? 0) >= likelyShare);
  return enough < 0 ? order : order.slice(0, enough + 1);
}

export {
  mostSearchSamples,
  searchState
};
