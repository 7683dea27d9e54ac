import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  gfmToMarkdown,
  toMarkdown
} from "./chunk-LFPDN5PX.js";

// src/core/write-markdown.ts
function writeMarkdown(blocks) {
  return toMarkdown(
    { type: "root", children: [...blocks] },
    // Padding every cell to the widest would multiply the size of a long table.
    { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: "-", rule: "-" }
  );
}

export {
  writeMarkdown
};
