import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  estimateInputTokens
} from "./chunk-4TCD3GWD.js";
import {
  costUsd,
  priceOf
} from "./chunk-HWESQXZ2.js";
import {
  providers
} from "./chunk-PSOCJK5S.js";

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

// src/core/generation/fewest-tokens.ts
function fewestTokens(text) {
  let tokens = 0;
  for (const [piece] of text.matchAll(new RegExp("\\p{L}+|\\p{N}+|[^\\s\\p{L}\\p{N}]+", "gu")))
    tokens += Math.ceil(piece.length / longestToken);
  return tokens;
}
var longestToken = 16;

// src/core/generation/prompt-size.ts
var sizes = /* @__PURE__ */ new WeakMap();
function sizeOf(prompt) {
  const size = sizes.get(prompt) ?? count(prompt);
  sizes.set(prompt, size);
  return size;
}
function count({ system, user }) {
  return {
    estimated: estimateInputTokens(system + user),
    fewest: fewestTokens(system) + fewestTokens(user)
  };
}

export {
  callOf,
  mostOutputTokens,
  sizeOf
};
