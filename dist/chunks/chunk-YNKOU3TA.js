import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  logBeta
} from "./chunk-B2VOQPVL.js";

// src/core/blame/pass-rate.ts
function ratesAt(detected) {
  return {
    base: updated([component(1, 1.5, 0.5)], sound(detected.base)),
    head: updated([component(openShare, 1, 2), component(1 - openShare, 11, 9)], sound(detected.head))
  };
}
var openShare = 0.4;
function fitOf(rate, { passed, failed }) {
  const logs = rate.map(({ logWeight, a, b }) => logWeight + logBeta(a + passed, b + failed));
  const most = Math.max(...logs);
  let all = 0;
  let passing = 0;
  for (const [index, { a, b }] of rate.entries()) {
    const weight = Math.exp((logs[index] ?? 0) - most);
    all += weight;
    passing += weight * (a + passed) / (a + b + passed + failed);
  }
  return { logChance: most + Math.log(all), nextPasses: passing / all };
}
function plus(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}
function component(share, a, b) {
  return { logWeight: Math.log(share) - logBeta(a, b), a, b };
}
function updated(rate, counts) {
  const { logChance } = fitOf(rate, counts);
  return rate.map(({ logWeight, a, b }) => ({
    logWeight: logWeight - logChance,
    a: a + counts.passed,
    b: b + counts.failed
  }));
}
function sound({ passed, failed }) {
  const count = (value) => value > 0 && value < Infinity ? value : 0;
  return { passed: count(passed), failed: count(failed) };
}

// src/core/blame/posterior.ts
function posteriorOf(prior, detected, counts) {
  const rates = ratesAt(detected);
  const sides = sidesOf(counts, prior.length);
  const fits = sides.map(({ base, head }) => ({
    base: fitOf(rates.base, base),
    head: fitOf(rates.head, head)
  }));
  return {
    probabilities: sharesOf(
      fits.map(({ base, head }, part) => Math.log(weightOf(prior[part])) + base.logChance + head.logChance)
    ),
    chances: fits.map(({ base, head }) => ({ base: base.nextPasses, head: head.nextPasses })),
    sides
  };
}
function sharesOf(logs) {
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
function sidesOf(counts, parts) {
  const all = counts.reduce(plus, none);
  let base = none;
  return Array.from({ length: parts }, (_, part) => {
    base = plus(base, counts[part] ?? none);
    return { base, head: { passed: all.passed - base.passed, failed: all.failed - base.failed } };
  });
}
var none = { passed: 0, failed: 0 };
function weightOf(weight) {
  return weight !== void 0 && weight > 1e-9 && weight < Infinity ? weight : 1e-9;
}

// src/core/blame/check.ts
var mostCheckSamples = 6;
function checkState({ detected, searched, alone, without, isOver }) {
  const rates = ratesAt({
    base: plus(detected.base, searched.base),
    head: plus(detected.head, searched.head)
  });
  const shares = sharesOf(
    explanations.map((explanation) => {
      const seenAs = (side) => plus(explanation.alone === side ? alone : none2, explanation.without === side ? without : none2);
      return fitOf(rates.base, seenAs("base")).logChance + fitOf(rates.head, seenAs("head")).logChance;
    })
  );
  const taken = { alone: alone.passed + alone.failed, without: without.passed + without.failed };
  const bar = isOver ? decidedAtLast : decidedAt;
  const found = explanations.find((_, index) => (shares[index] ?? 0) >= bar);
  if (found !== void 0) return { kind: "settled", check: found.check };
  if (isOver) return { kind: "settled", check: "undecided" };
  return { kind: "sample", text: taken.without < taken.alone ? "without" : "alone" };
}
var decidedAt = 0.95;
var decidedAtLast = 0.75;
var none2 = { passed: 0, failed: 0 };
var explanations = [
  { check: "this-part", alone: "head", without: "base" },
  { check: "needs-another", alone: "base", without: "base" },
  { check: "each-suffices", alone: "head", without: "head" },
  { check: "unexplained", alone: "base", without: "head" }
];

export {
  posteriorOf,
  mostCheckSamples,
  checkState
};
