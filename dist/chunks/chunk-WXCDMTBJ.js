import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  mostUsdOf
} from "./chunk-CYHJZNGT.js";
import {
  canBlock,
  smallestDetectableDrop
} from "./chunk-HTZCRQ3U.js";
import {
  mostSearchSamples
} from "./chunk-G763GOXE.js";
import {
  effectiveCaps,
  emptiedHelpersNote
} from "./chunk-KR76TPJV.js";
import {
  project,
  projectionLine
} from "./chunk-ELQ2SELH.js";
import {
  emptyFilesNote
} from "./chunk-IVZNOL5O.js";
import {
  mostCheckSamples
} from "./chunk-YNKOU3TA.js";
import {
  alteredJudgeNote,
  withheldNote
} from "./chunk-JIQY2GBS.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import {
  callOf
} from "./chunk-DNATSLL5.js";

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

export {
  announcePlan
};
