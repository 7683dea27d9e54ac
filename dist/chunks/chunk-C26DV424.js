import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  gfm
} from "./chunk-27R2TNPY.js";
import {
  fromMarkdown
} from "./chunk-6NPGJV5B.js";
import {
  gfmFromMarkdown
} from "./chunk-Y4O5MXR2.js";

// src/core/specs/markdown-tree.ts
function readMarkdown(markdown) {
  const { front, body } = splitFrontMatter(markdown);
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  endBeforeNext(tree);
  return { front, body, tree };
}
function endBeforeNext(node) {
  if (!("children" in node)) return;
  for (const [index, child] of node.children.entries()) {
    const next = node.children[index + 1]?.position;
    if (child.position !== void 0 && next !== void 0 && endOf(child) > (next.start.offset ?? 0))
      child.position.end = next.start;
    endBeforeNext(child);
  }
}
function endOf({ position }) {
  return position?.end.offset ?? 0;
}
function isMarkdown(path) {
  return /\.(?:md|markdown|mdc)$|(?:^|\/)\.(?:cursorrules|windsurfrules|clinerules)$/i.test(path);
}
function isReadable(text) {
  if (text.length > 1e5) return false;
  const depths = text.split("\n").map((line) => line.match(containers)?.length ?? 0);
  const marks = text.split(/\n[ \t]*\n/).map((paragraph) => paragraph.match(/[*_~`[\]<>!]/g)?.length ?? 0);
  return depths.every((depth) => depth <= 10) && depths.reduce((sum, depth) => sum + depth, 0) <= 3e3 && marks.every((count) => count <= 1500) && !/^[ \t]{200}/m.test(text);
}
var containers = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/gy;
function splitFrontMatter(markdown) {
  const front = /^---\n[^]*?\n---(?:\n|$)/.exec(markdown)?.[0] ?? "";
  return { front, body: markdown.slice(front.length) };
}

export {
  readMarkdown,
  isMarkdown,
  isReadable
};
