import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  blocks
} from "./chunk-BGVLAPRC.js";
import {
  UserError
} from "./chunk-K23HYIQN.js";

// src/entry/wiring/fail.ts
function exitCodeOf(summary) {
  if (summary.conclusion !== "failure") return 0;
  if (summary.repeats !== void 0) return 1;
  const isBelowMinimum = (summary.belowMinimum ?? []).length > 0;
  return isBelowMinimum || summary.verdicts.some((verdict) => blocks(verdict, summary.settings.failOn)) ? 1 : 2;
}
function explain(error) {
  if (error instanceof UserError) return { code: 2, text: error.message };
  const story = error instanceof Error ? error.stack ?? error.message : String(error);
  return {
    code: 70,
    text: `internal error, please report it with this text at the project's issues page:
${story}`
  };
}

export {
  exitCodeOf,
  explain
};
