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

// src/core/specs/shared-words.ts
function sharedWords(texts, tests) {
  const held = texts.map((text) => new Set(wordsOf(text)));
  const textsWith = /* @__PURE__ */ new Map();
  for (const words of held) for (const word of words) textsWith.set(word, (textsWith.get(word) ?? 0) + 1);
  const weightOf = (word) => {
    const count = textsWith.get(word) ?? 0;
    return count === texts.length ? 0 : 1 / count;
  };
  const asked = tests.flatMap((test) => [...wordsOf(test), ...wordsOf(leafOf(test))]);
  return held.map((words) => asked.reduce((sum, word) => sum + (words.has(word) ? weightOf(word) : 0), 0));
}
function leafOf(test) {
  return test.split(/ > |::|\//).at(-1) ?? test;
}
function wordsOf(text) {
  return (text.match(new RegExp("\\p{Lu}?\\p{Ll}+|\\p{Lu}+|\\p{N}+", "gu")) ?? []).map((word) => word.toLowerCase().replace(new RegExp("(?<=\\p{L}{3})(?:e?s|e?d|ing)$", "u"), "")).filter((word) => word.length > 1 || new RegExp("\\p{N}", "u").test(word));
}

export {
  conclude,
  blocks,
  sharedWords
};
