import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fromMarkdown
} from "./chunk-6NPGJV5B.js";
import {
  pathFrom
} from "./chunk-WSJ3JF5A.js";

// src/core/specs/imports.ts
function importsIn({
  path,
  text
}) {
  const found = namesIn(withoutCode(text)).flatMap((name) => pathFrom(path, name) ?? []);
  return [...new Set(found)];
}
function withoutCode(text) {
  let plain = text;
  const waiting = [fromMarkdown(text)];
  for (let node = waiting.pop(); node !== void 0; node = waiting.pop()) {
    if ("children" in node) for (const child of node.children) waiting.push(child);
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === void 0 || end === void 0 || !noText.has(node.type)) continue;
    plain = plain.slice(0, start) + " ".repeat(end - start) + plain.slice(end);
  }
  return plain;
}
var noText = /* @__PURE__ */ new Set(["code", "inlineCode", "html"]);
function namesIn(text) {
  return [...text.matchAll(/(?<=^|\s)@(\S+)/gm)].map(([, name = ""]) => name.replace(/[.,;:!?)'"]+$/, ""));
}

export {
  importsIn
};
