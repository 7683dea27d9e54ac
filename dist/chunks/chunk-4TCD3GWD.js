import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/estimate-tokens.ts
function estimateInputTokens(text) {
  return Math.ceil(new TextEncoder().encode(text).length / 3);
}

export {
  estimateInputTokens
};
