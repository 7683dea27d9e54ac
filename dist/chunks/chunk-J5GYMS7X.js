import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  isCommentMarker,
  isStampLine
} from "./chunk-BWOT4FZX.js";
import {
  gfm
} from "./chunk-27R2TNPY.js";
import {
  fromMarkdown
} from "./chunk-6NPGJV5B.js";
import {
  gfmFromMarkdown
} from "./chunk-Y4O5MXR2.js";
import {
  invisible
} from "./chunk-WSJ3JF5A.js";

// src/core/report/markdown/assert-harmless.ts
function harmIn(markdown, options) {
  return harmInText(markdown) ?? harmInStructure(sameStructure(markdown), options);
}
var last = null;
function harmInStructure(text, options) {
  const { repositoryUrl: url } = options;
  if (last?.text === text && last.url === url) return last.harm;
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const headings = tree.children.filter(({ type }) => type === "heading").length;
  const harm = harmInNode(tree, options) ?? (headings > 1 ? "a second heading" : null);
  last = { text, url, harm };
  return harm;
}
function sameStructure(markdown) {
  const [first = ""] = markdown.split("\n", 1);
  const isMarked = isCommentMarker(first) && markdown.startsWith(`${first}

`);
  return markdown.slice(isMarked ? first.length + 2 : 0).replaceAll(openFold, closedFold);
}
var openFold = "<details open>\n<summary>";
var closedFold = "<details>\n<summary>";
function harmInText(markdown) {
  const written = markdown.replaceAll("##\u200B[", "");
  if (/(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(written)) return "a control character";
  if (written.replaceAll(invisible, "") !== written) return "an invisible character";
  if (written.includes("##[") || /^[ \t]*::/m.test(written)) return "a command of the Actions runner";
  return null;
}
function harmInNode(node, options) {
  const harm = harmOf(node, options);
  if (harm !== null || !("children" in node)) return harm;
  for (const child of node.children) {
    const inner = harmInNode(child, options);
    if (inner !== null) return inner;
  }
  return null;
}
var allowed = /* @__PURE__ */ new Set([
  "root",
  "paragraph",
  "text",
  "strong",
  "inlineCode",
  "code",
  "list",
  "listItem",
  "table",
  "tableRow",
  "tableCell"
]);
function harmOf(node, options) {
  if (node.type === "html") return isOurHtml(node.value) ? null : "raw HTML";
  if (node.type === "link") return isOurLink(node, options.repositoryUrl) ? null : "a foreign link";
  if (node.type === "text") return harmInProse(node.value);
  if (node.type === "blockquote" || node.type === "heading") return harmOfBlock(node);
  return allowed.has(node.type) ? null : `a node of type ${node.type}`;
}
function harmOfBlock(node) {
  if (node.type === "blockquote") return isOurBox(node) ? null : "a quote";
  return isOurHeading(node) ? null : "a heading";
}
function harmInProse(value) {
  if (/@[\p{L}\p{N}]/u.test(value)) return "a mention";
  if (/#\d|\bGH-\d/i.test(value)) return "an issue reference";
  return /:\/\/|\bwww\./i.test(value) ? "an address" : null;
}
function isOurHtml(value) {
  if (["</details>", "<sub>", "</sub>"].includes(value) || isCommentMarker(value) || isStampLine(value))
    return true;
  return /^<details(?: open)?>\n<summary>[A-Za-z0-9 ,:()]*<\/summary>$/.test(value);
}
function isOurHeading({ depth, children }) {
  const [only, ...more] = children;
  const isAlone = more.length === 0 && only?.type === "text";
  return isAlone && depth === 3 && /^Spec portability · (?:❌|🟠|⚪|✅|⏳|⏭️) [a-z, ]+$/u.test(only.value);
}
function isOurBox({ children }) {
  const [only, ...more] = children;
  const [first] = only?.type === "paragraph" ? only.children : [];
  return more.length === 0 && first?.type === "text" && first.value.startsWith("[!CAUTION]\n");
}
function isOurLink(node, repositoryUrl) {
  if (repositoryUrl === null || !node.url.startsWith(`${repositoryUrl}/`)) return false;
  const path = node.url.slice(repositoryUrl.length + 1);
  return ourPages.some((page) => page.test(path));
}
var ourPages = [
  /^commit\/[0-9a-f]{40}$/,
  /^blob\/[0-9a-f]{40}\/[^\s?#<>"]*#L\d+(?:-L\d+)?$/,
  /^actions\/runs\/\d+\/attempts\/\d+(?:#artifacts)?$/
];

export {
  harmIn,
  harmInText
};
