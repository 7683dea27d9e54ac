import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  gfmToMarkdown,
  toMarkdown
} from "./chunk-Y4O5MXR2.js";

// src/core/write-markdown.ts
function writeMarkdown(blocks) {
  const key = JSON.stringify(blocks);
  const known = written.get(key);
  if (known !== void 0) return known;
  const text = toMarkdown(
    { type: "root", children: [...blocks] },
    // Padding every cell to the widest would multiply the size of a long table.
    { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: "-", rule: "-" }
  );
  if (written.size >= mostWritten) written.clear();
  written.set(key, text);
  return text;
}
var written = /* @__PURE__ */ new Map();
var mostWritten = 50;

export {
  writeMarkdown
};
