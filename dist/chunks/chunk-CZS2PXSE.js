import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  diffArrays
} from "./chunk-HOS52EQB.js";

// src/core/specs/changed-lines.ts
function linesOf(text) {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
function changedLines(before, after) {
  if (before === after) return [];
  const [old, young] = [linesOf(before), linesOf(after)];
  const changes = diffArrays([...old], [...young], {
    maxEditLength: maximumEdits
  });
  return changes === void 0 ? [fromFirstToLast(old, young)] : stretchesOf(changes);
}
var maximumEdits = 2e3;
function stretchesOf(changes) {
  const stretches = [];
  let start = { base: 0, head: 0 };
  let reached = start;
  for (const { added, removed, count } of [...changes, { added: false, removed: false, count: 0 }]) {
    const isEqual = !added && !removed;
    if (isEqual && (reached.base > start.base || reached.head > start.head))
      stretches.push({
        base: { from: start.base, to: reached.base },
        head: { from: start.head, to: reached.head }
      });
    reached = { base: reached.base + (added ? 0 : count), head: reached.head + (removed ? 0 : count) };
    if (isEqual) start = reached;
  }
  return stretches;
}
function fromFirstToLast(old, young) {
  const shorter = Math.min(old.length, young.length);
  let start = 0;
  while (start < shorter && old[start] === young[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === young.at(-1 - end)) end += 1;
  return { base: { from: start, to: old.length - end }, head: { from: start, to: young.length - end } };
}

export {
  linesOf,
  changedLines
};
