import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  effectiveCaps,
  emptiedHelpersNote,
  mostUsdOf
} from "./chunk-LM3P2XXA.js";
import {
  canBlock,
  smallestDetectableDrop
} from "./chunk-7PC7AUOA.js";
import {
  alteredJudgeNote,
  withheldNote
} from "./chunk-FKVLOH4F.js";
import {
  mostCheckSamples,
  posteriorOf,
  project,
  projectionLine
} from "./chunk-LBPJZCDF.js";
import {
  emptyFilesNote
} from "./chunk-PR2WU2MP.js";
import {
  callOf
} from "./chunk-PKHYIDDD.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";

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
  refuseNoRoom(plan, settings);
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
function refuseNoRoom({ questions }, { models, budget }) {
  const { usd } = effectiveCaps(models, budget);
  const asked = [...new Set(questions.map(({ head }) => head.model))].filter(
    ({ agent }) => agent !== void 0
  );
  for (const model of asked) {
    const call = callOf(model, "");
    const [most, tokens] = [mostUsdOf(call), call.inputTokens + call.maxOutputTokens];
    if (usd !== null && most !== null && most > usd)
      throw noRoom(model, `${most.toFixed(2)} USD`, `\`budget.usd\` is ${usd}`);
    if (budget.tokens !== null && tokens > budget.tokens)
      throw noRoom(model, `${tokens} tokens`, `\`budget.tokens\` is ${budget.tokens}`);
  }
}
function noRoom({ id }, most, cap) {
  return new UserError(
    "CONFIG_INVALID",
    `one sample of \`${id}\` may use ${most} (its \`limits\` and one more answer), and ${cap}. No model was asked.`,
    "Set smaller `limits` for the agent, or a larger budget."
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
  const none2 = blind.length === 0 ? "" : `; nothing is noticed in ${shown(blind)}`;
  return `notice ${noticed} of ${changed} changes of what they expect${weaker}${none2}.`;
}
function shown(files) {
  const more = files.length > 3 ? ` and ${files.length - 3} more` : "";
  return `${files.slice(0, 3).join(", ")}${more}`;
}

export {
  controlsNote,
  noticingWords,
  mostSearchSamples,
  searchState,
  announcePlan
};
