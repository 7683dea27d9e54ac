import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  estimateInputTokens,
  priceOf
} from "./chunk-W4O5ATHL.js";
import {
  providers
} from "./chunk-DMOH4KPQ.js";

// src/core/budget/planned-call.ts
function callOf(model, promptText) {
  return {
    model: model.id,
    price: priceOf(model),
    inputTokens: estimateInputTokens(promptText),
    maxOutputTokens: mostOutputTokens(model)
  };
}
function mostOutputTokens({ provider, maxOutputTokens, params }) {
  return Math.max(maxOutputTokens, ...capsIn(params, providers[provider].outputCaps));
}
function capsIn(value, names) {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(
    ([name, item]) => typeof item === "number" && names.includes(name) ? [item] : capsIn(item, names)
  );
}

export {
  callOf,
  mostOutputTokens
};
