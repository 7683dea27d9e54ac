import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  armsOf,
  sidesOf
} from "./chunk-B2VOQPVL.js";
import {
  estimateInputTokens
} from "./chunk-4TCD3GWD.js";
import {
  costUsd,
  priceOf
} from "./chunk-3KUDG6AU.js";
import {
  code,
  joinNames,
  plainPhrases
} from "./chunk-3V7HRFDH.js";
import {
  count
} from "./chunk-ZICT4WCG.js";
import {
  grouped
} from "./chunk-Y2JW6ZAN.js";

// src/core/budget/projection.ts
var assumedOutputTokens = 5e3;
function project(plan, known) {
  const needs = plan.questions.flatMap(
    (question) => sidesOf(question).map((side) => needOf(question, side, known))
  );
  const asked = needs.filter(({ generations }) => generations.atMost > 0);
  const unpriced = [...new Set(asked.filter(({ usd }) => usd === null).map(({ model }) => model))];
  return {
    questions: plan.questions.length,
    generations: sumOf(needs.map(({ generations }) => generations)),
    usd: unpriced.length > 0 ? null : sumOf(asked.flatMap(({ usd }) => usd === null ? [] : [usd])),
    unpriced,
    isAssumed: asked.length > 0,
    ...asked.some(({ isAgent }) => isAgent) ? { assumedTurns } : {},
    testMinutes: known.testMs === null ? null : testMinutes(plan, { ...known, testMs: known.testMs })
  };
}
function mostLikelyToBlockFirst(questions) {
  return questions.toSorted(
    (one, other) => other.reused.length - one.reused.length || compareNames(one, other)
  );
}
function needOf(question, side, known) {
  const { arm } = side;
  const generations = generationsOf(question, side, known);
  const price = priceOf(arm.model);
  const each = price === null ? null : assumedUsd(price, arm);
  return {
    model: arm.model.id,
    isAgent: arm.model.agent !== void 0,
    generations,
    usd: each === null ? null : { atLeast: generations.atLeast * each, atMost: generations.atMost * each }
  };
}
function generationsOf(question, { role }, known) {
  const stored = known.stored(question, role);
  const missing = (look) => Math.max(0, (look?.[role] ?? 0) - stored);
  const atMost = missing(question.looks.at(-1));
  if (question.base === null) return { atLeast: atMost, atMost };
  const confirming = role === "base" ? question.confirming.length : 0;
  return { atLeast: missing(question.looks[0]), atMost: atMost + confirming };
}
function assumedUsd(price, arm) {
  const usd = costUsd(price, assumedUsage(arm));
  const { agent } = arm.model;
  if (agent === void 0) return usd;
  const turns = Math.min(assumedTurns, agent.limits.turns);
  return Math.min(usd + (turns - 1) * costUsd(price, assumedTurn), agent.limits.usd ?? Infinity);
}
var assumedTurns = 6;
var assumedTurn = { inputTokens: 25e3, cachedInputTokens: 15e3, outputTokens: 1e3 };
function assumedUsage({ version }) {
  const { files, instructions, context } = version;
  const text = [...files, ...instructions, ...context].map((file) => file.text).join("");
  const inputTokens = estimateInputTokens(text) + protocolTokens;
  return { inputTokens, outputTokens: assumedOutputTokens, cachedInputTokens: 0 };
}
var protocolTokens = 500;
function testMinutes(plan, known) {
  const versions = new Set(
    plan.questions.flatMap((question) => armsOf(question).map(({ version }) => version))
  );
  const cells = plan.questions.reduce((sum, question) => {
    const last = question.looks.at(-1) ?? { base: 0, head: 0 };
    return sum + last.head + (question.base === null ? 0 : last.base);
  }, 0);
  return (cells + 3 * versions.size) * known.testMs / known.testsAtOnce / 6e4;
}
function sumOf(ranges) {
  return {
    atLeast: ranges.reduce((sum, { atLeast }) => sum + atLeast, 0),
    atMost: ranges.reduce((sum, { atMost }) => sum + atMost, 0)
  };
}
function compareNames(one, other) {
  const [left, right] = [one, other].map(({ change, head }) => `${change.name}
${head.model.id}`);
  return left === right ? 0 : (left ?? "") < (right ?? "") ? -1 : 1;
}

// src/core/report/words/projection-line.ts
function projectionLine(projection, budget = null) {
  const { questions, generations } = projection;
  if (generations.atMost === 0) return `Plan: ${count(questions, "question")}, nothing to ask a model.`;
  const parts = [
    count(questions, "question"),
    `${spanOf(generations, String)} ${generations.atMost === 1 ? "generation" : "generations"}`,
    costOf(projection),
    ...testsOf(projection)
  ];
  return `Plan: ${parts.join(", ")}.${cutShort(projection, budget)}`;
}
function costOf({ usd, unpriced, isAssumed, assumedTurns: assumedTurns2 }) {
  if (usd === null) {
    return `cost n/a (price of ${plainPhrases(joinNames(unpriced.map((model) => code(model, 80))))} unknown)`;
  }
  const agents = assumedTurns2 === void 0 ? "" : `, and an agent asks its model ${assumedTurns2} times`;
  const assumption = isAssumed ? ` (if an answer has ${grouped(assumedOutputTokens)} tokens${agents})` : "";
  return `about ${spanOf(usd, (value) => value.toFixed(2))} USD${assumption}`;
}
function testsOf({ testMinutes: testMinutes2 }) {
  if (testMinutes2 === null) return [];
  return [testMinutes2 < 1 ? "under a minute of tests" : `up to ${Math.ceil(testMinutes2)} min of tests`];
}
function cutShort({ generations, usd }, budget) {
  if (budget === null) return "";
  const caps = [
    ...generations.atMost > budget.generations ? [`${budget.generations} generations`] : [],
    ...usd !== null && budget.usd !== null && usd.atMost > budget.usd ? [`${budget.usd} USD`] : []
  ];
  if (caps.length === 0) return "";
  return ` The budget of ${caps.join(" and ")} may end it early: what is most likely to block is asked first.`;
}
function spanOf({ atLeast, atMost }, shown) {
  return shown(atLeast) === shown(atMost) ? shown(atMost) : `${shown(atLeast)} to ${shown(atMost)}`;
}

export {
  project,
  mostLikelyToBlockFirst,
  projectionLine
};
