import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/verdict/conclude.ts
function conclude(ending) {
  const isBlocked = ending.fallsShort || ending.verdicts.some((verdict) => blocks(verdict, ending));
  if (ending.modelStopped || isBlocked) return "failure";
  const open = ending.verdicts.some(
    ({ verdict, requirements }) => unsettled.has(verdict) || requirements !== null && requirements.verdict !== "met"
  );
  return open || ending.leftUndone ? "neutral" : "success";
}
function blocks(verdict, { failOn, alpha }) {
  switch (failOn) {
    case "regressed":
      return verdict.verdict === "regressed";
    case "unmet":
      return isUnmetForSure(verdict, alpha) || blocks(verdict, { failOn: "regressed", alpha });
    case "suspected":
      return verdict.verdict === "suspected" || blocks(verdict, { failOn: "unmet", alpha });
    case "inconclusive":
      return verdict.verdict === "inconclusive" || blocks(verdict, { failOn: "suspected", alpha });
    case "never":
      return false;
  }
}
function isUnmetForSure({ requirements }, alpha) {
  return requirements?.verdict === "unmet" && requirements.p <= alpha;
}
var unsettled = /* @__PURE__ */ new Set(["suspected", "inconclusive", "base-too-weak"]);

export {
  conclude,
  blocks
};
