import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  estimateInputTokens
} from "./chunk-4TCD3GWD.js";
import {
  costUsd,
  priceOf
} from "./chunk-3KUDG6AU.js";
import {
  providers
} from "./chunk-CJKLWDHO.js";

// src/core/budget/planned-call.ts
function callOf(model, promptText) {
  const { agent } = model;
  if (agent !== void 0) return runOf(model, agent.limits);
  return {
    model: model.id,
    price: priceOf(model),
    inputTokens: estimateInputTokens(promptText),
    maxOutputTokens: mostOutputTokens(model)
  };
}
function runOf(model, { turns, tokens, usd }) {
  const price = priceOf(model);
  const perCall = mostOutputTokens(model);
  const outputTokens = Math.min(tokens, turns * perCall);
  const last = { inputTokens: Math.min(tokens, usualContext), outputTokens: perCall, cachedInputTokens: 0 };
  return {
    model: model.id,
    price,
    inputTokens: tokens - outputTokens + last.inputTokens,
    maxOutputTokens: outputTokens + last.outputTokens,
    ...usd === null || price === null ? {} : { mostUsd: usd + costUsd(price, last) }
  };
}
var usualContext = 2e5;
function mostOutputTokens({ provider, maxOutputTokens, params }) {
  const { outputCaps, answerCounts } = providers[provider];
  const most = Math.max(maxOutputTokens, ...numbersIn(params, outputCaps));
  return Math.ceil(most * Math.max(1, ...numbersIn(params, answerCounts)));
}
function numbersIn(value, names) {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(
    ([name, item]) => typeof item === "number" && names.includes(name) ? [item] : numbersIn(item, names)
  );
}

export {
  callOf,
  mostOutputTokens
};
