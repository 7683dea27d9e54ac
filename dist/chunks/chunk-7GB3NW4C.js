import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  estimateInputTokens
} from "./chunk-4TCD3GWD.js";

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
  sizeOf
};
