import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  emptiedHelpersNote
} from "./chunk-H3D7WG7A.js";
import {
  canBlock,
  smallestDetectableDrop
} from "./chunk-LHJZ3TNV.js";
import {
  logBeta
} from "./chunk-2CKKIL3Y.js";
import {
  alteredJudgeNote,
  withheldNote
} from "./chunk-RT5TOPAJ.js";
import {
  project,
  projectionLine
} from "./chunk-IIQOEHDQ.js";
import {
  emptyFilesNote
} from "./chunk-Z4KWUEOG.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";

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
function checkState({ detected, searched, alone, without }) {
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
  const isLast = Math.min(taken.alone, taken.without) >= mostCheckSamples;
  const bar = isLast ? decidedAtLast : decidedAt;
  const found = explanations.find((_, index) => (shares[index] ?? 0) >= bar);
  if (found !== void 0) return { kind: "settled", check: found.check };
  if (isLast) return { kind: "settled", check: "undecided" };
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
  const known = { probabilities, likely, counted: sides[likely[0] ?? -1] ?? { base: none3, head: none3 } };
  if (parts <= 1) return { ...known, kind: "settled", end: parts === 1 ? "one-part" : "undecided" };
  if (Math.max(...probabilities) >= foundAt) return { ...known, kind: "settled", end: "found" };
  if (samples.length >= start.most) return { ...known, kind: "settled", end: "undecided" };
  return { ...known, kind: "sample", prefix: mostTellingPrefix(posterior) };
}
var foundAt = 0.96;
var likelyShare = 0.9;
var none3 = { passed: 0, failed: 0 };
function countsOf(samples, parts) {
  const counts = Array.from({ length: parts + 1 }, () => none3);
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

// src/pipeline/check/announce-plan.ts
async function announcePlan(ports, plan, settings) {
  if (plan.questions.length === 0) return [];
  const level = settings.decide.alpha / (2 * plan.questions.length);
  refuseIdle(plan, settings, level);
  const projection = project(plan, {
    stored: (question, role) => role === "base" ? question.reused.length : 0,
    testMs: null,
    testsAtOnce: ports.cores
  });
  const said = [projectionLine(projection, settings.budget), sightOf(plan, level), wordsIn(plan, settings)].filter((sentence) => sentence !== "").join(" ");
  refuseNoBudget(projection, settings.budget);
  ports.log.info(said);
  for (const { head } of plan.changes) {
    const about = [emptyFilesNote, withheldNote, emptiedHelpersNote, alteredJudgeNote];
    const notes = head === null ? [] : about.map((note) => note(head));
    for (const note of notes) if (note !== null) ports.log.warn(note);
  }
  return [said];
}
function comparisons(plan) {
  return plan.questions.filter(({ base }) => base !== null);
}
function refuseIdle(plan, { gate, samples }, level) {
  const asked = comparisons(plan);
  if (gate.failOn === "never" || asked.length === 0 || asked.some(({ looks }) => canBlock(looks, level)))
    return;
  throw new UserError(
    "PLAN_CANNOT_BLOCK",
    `with ${plan.questions.length} ${plan.questions.length === 1 ? "question" : "questions"} and at most ${samples.looks.at(-1) ?? 0} samples each (\`samples.looks\`), even code that fails every time would not be significant. No model was asked.`,
    "Use larger `samples.looks`, fewer models, or `gate.fail-on: never`."
  );
}
function refuseNoBudget({ generations, usd }, budget) {
  const key = budget.generations === 0 && generations.atLeast > 0 ? "generations" : budget.usd === 0 && (usd?.atLeast ?? 0) > 0 ? "usd" : null;
  if (key === null) return;
  throw new UserError(
    "CONFIG_INVALID",
    `\`budget.${key}\` is 0, and at least ${generations.atLeast} answers are needed. No model was asked.`,
    `Set a larger \`budget.${key}\`. The command \`report\` judges from stored answers alone.`
  );
}
function sightOf(plan, level) {
  const [first] = comparisons(plan);
  if (first === void 0) return "";
  const drop = smallestDetectableDrop(first.looks, level);
  return drop === null ? "With so few samples even a total break is found less than four times in five." : `Drops of ${Math.round(drop * 100)} percentage points or more from a suite that passes 95 % of the time are found four times in five; smaller ones less often.`;
}
function wordsIn(plan, { bisect, budget }) {
  const isAsked = plan.questions.some(({ asks }) => asks === "regression");
  if (!isAsked || bisect === "never" || budget.why === 0) return "";
  const most = mostSearchSamples + 2 * mostCheckSamples;
  return `For each regression up to ${most} generations more find the words behind it, within ${Math.round(100 * budget.why)} % of what is then left of the budget.`;
}

// src/core/control-runs/controls-note.ts
function controlsNote(suite, controls) {
  const words = noticingWords(controls);
  return words === null ? null : `The tests of ${suite} ${words}`;
}
function noticingWords({ changed, noticed, blind, byExitCode }) {
  if (changed === 0) return null;
  const weaker = byExitCode ? ", as far as its exit code says" : "";
  const none4 = blind.length === 0 ? "" : `; nothing is noticed in ${shown(blind)}`;
  return `notice ${noticed} of ${changed} changes of what they expect${weaker}${none4}.`;
}
function shown(files) {
  const more = files.length > 3 ? ` and ${files.length - 3} more` : "";
  return `${files.slice(0, 3).join(", ")}${more}`;
}

export {
  controlsNote,
  noticingWords,
  mostCheckSamples,
  checkState,
  mostSearchSamples,
  searchState,
  announcePlan
};
