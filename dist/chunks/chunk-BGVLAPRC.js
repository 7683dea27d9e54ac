import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/verdict/conclude.ts
function conclude(ending) {
  const isBlocked = ending.fallsShort || ending.verdicts.some((verdict) => blocks(verdict, ending.failOn));
  if (ending.modelStopped || isBlocked) return "failure";
  const open = ending.verdicts.some(({ verdict }) => unsettled.has(verdict));
  return open || ending.leftUndone ? "neutral" : "success";
}
function blocks(verdict, failOn) {
  switch (failOn) {
    case "regressed":
      return verdict.verdict === "regressed";
    case "suspected":
      return verdict.verdict === "suspected" || blocks(verdict, "regressed");
    case "inconclusive":
      return verdict.verdict === "inconclusive" || blocks(verdict, "suspected");
    case "never":
      return false;
  }
}
var unsettled = /* @__PURE__ */ new Set(["suspected", "inconclusive", "base-too-weak"]);

export {
  conclude,
  blocks
};
