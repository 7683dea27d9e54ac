import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  estimateInputTokens,
  priceOf
} from "./chunk-VXA2575E.js";
import {
  providers
} from "./chunk-TW6MWD2I.js";

// src/core/budget/planned-call.ts
function callOf(model, promptText) {
  return {
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
