import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

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
  sharedWords
};
