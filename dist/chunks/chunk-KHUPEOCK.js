import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  blocks
} from "./chunk-RQROVOIW.js";

// src/core/report/summary/exit-code.ts
function exitCodeOf(summary) {
  if (summary.conclusion !== "failure") return 0;
  if (summary.repeats !== void 0) return 1;
  const isBelowMinimum = (summary.belowMinimum ?? []).length > 0;
  return isBelowMinimum || summary.verdicts.some((verdict) => blocks(verdict, summary.settings)) ? 1 : 2;
}

export {
  exitCodeOf
};
