import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  renderComment
} from "./chunk-3AZQF6PG.js";
import {
  commentMarker
} from "./chunk-46XYSPZS.js";
import {
  writeDurably
} from "./chunk-YWP7CK7B.js";
import {
  withoutSecrets
} from "./chunk-QX26DWQ6.js";

// src/entry/wiring/write-comment.ts
import { join } from "node:path";
async function writeComment(summary, directory) {
  const options = { marker: commentMarker("local"), repositoryUrl: null, runUrl: null, reportHint: null };
  const text = withoutSecrets(`${renderComment(summary, options)}
`);
  await writeDurably(directory, "comment.md", Buffer.from(text));
}
function whereTold(directory) {
  return `The page is ${join(directory, "index.html")}, and the comment of a pull request would be comment.md beside it.`;
}

export {
  writeComment,
  whereTold
};
