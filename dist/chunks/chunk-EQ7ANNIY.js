import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  commandFree,
  plainText
} from "./chunk-RVTRFKPY.js";

// src/core/report/words/prose.ts
function code(text, max = 100) {
  const value = commandFree(plainText(text, max)).replaceAll(/(?<=\\)\|/g, "¦");
  return [{ type: "inlineCode", value: value === "" ? "(empty)" : value }];
}
function prose(text, max = 400) {
  const phrases = plainText(text, max).split(/`([^`]+)`/).flatMap((part, index) => index % 2 === 1 ? code(part, max) : proseWords(part));
  return apart(phrases);
}
function apart(phrases) {
  return phrases.flatMap((phrase, index) => {
    const follows = phrase.type === "inlineCode" && phrases[index - 1]?.type === "inlineCode";
    return follows ? [{ type: "text", value: " " }, phrase] : [phrase];
  });
}
function proseWords(part) {
  return part.split(/( )/).filter((word) => word !== "").flatMap(
    (word) => word === " " || isPlainWord(word) ? [{ type: "text", value: word }] : codeWord(word)
  );
}
function codeWord(word) {
  const [, name = word, mark = ""] = /^(.*[\p{L}\p{N}])([.,])$/u.exec(word) ?? [];
  const span = code(name, name.length);
  return mark === "" ? span : [...span, { type: "text", value: mark }];
}
function isPlainWord(word) {
  const plain = new RegExp(`^[("“‘]*(?:\\p{L}+(?:['’-]\\p{L}+)*|\\d{1,6}(?:[.,/]\\d{1,6})?%?|[–—×+-])(?:[)"”’,.;:!?…]+|['’])?$`, "u");
  return /^[,.;!?)]$/.test(word) || plain.test(word) && !/[0-9a-f]{7}/i.test(word);
}

export {
  code,
  prose
};
