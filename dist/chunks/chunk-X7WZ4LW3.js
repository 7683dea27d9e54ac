import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  changedLines,
  linesOf
} from "./chunk-CZS2PXSE.js";

// src/core/specs/hunks.ts
function hunksBetween(base, head, renamed) {
  const left = new Map(base.map((file) => [file.path, file.text]));
  const taken = /* @__PURE__ */ new Set();
  const hunks = [];
  for (const file of head) {
    const from = left.has(file.path) ? file.path : renamed.get(file.path) ?? file.path;
    hunks.push(...hunksOf(file.path, { before: left.get(from) ?? "", after: file.text }));
    taken.add(from);
  }
  for (const file of base) {
    if (!taken.has(file.path)) hunks.push(...hunksOf(file.path, { before: file.text, after: "" }));
  }
  return hunks.map((hunk, index) => ({ index, ...hunk }));
}
function hunksOf(file, { before, after }) {
  const [old, young] = [withoutEnds(before), withoutEnds(after)];
  return changedLines(before, after).map(({ base, head }) => ({
    file,
    baseStart: base.from + 1,
    headStart: head.from + 1,
    removed: old.slice(base.from, base.to),
    added: young.slice(head.from, head.to)
  }));
}
function withoutEnds(text) {
  return linesOf(text).map((line) => line.replace(/\n$/, ""));
}

export {
  hunksBetween
};
