import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  estimateInputTokens
} from "./chunk-4TCD3GWD.js";
import {
  priceOf
} from "./chunk-HT3GBCEW.js";
import {
  providers
} from "./chunk-QFMDIEJM.js";

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
