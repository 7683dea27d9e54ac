import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/report/words/escape.ts
function plainText(text, max) {
  const visible = withoutColours(text).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").replaceAll(invisible, "").replaceAll(new RegExp("\\p{Cs}", "gu"), "�").replaceAll(new RegExp("(\\p{M}{3})\\p{M}+", "gu"), "$1").trim();
  return clip(visible, max);
}
function sourceLine(text, max) {
  const visible = withoutAnsi(text).replaceAll("	", "    ").replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, spelledOut).replaceAll(invisible, spelledOut);
  return commandFree(clip(visible, max));
}
function logText(text) {
  const lines = withoutAnsi(text).replaceAll("\r\n", "\n").replaceAll(/[\r\v\f\u0085\u2028\u2029]/g, (character) => logEscapes[character] ?? "").replaceAll(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, "").replaceAll(invisible, "");
  return commandFree(lines.replaceAll(/:(?=:)/g, ":​"));
}
function commandFree(text) {
  return text.replaceAll("##[", "##​[");
}
var invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
var logEscapes = {
  "\r": "\\r",
  "\v": "\\v",
  "\f": "\\f",
  "": "\\x85",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029"
};
var ansi = new RegExp(
  [
    String.raw`(?:\x1B\]|\x9D)[^\x07\x1B\n]*(?:\x07|\x1B\\)?`,
    String.raw`(?:\x1B\[?|\x9B)[0-?]*[ -/]*[@-~]`
  ].join("|"),
  "g"
);
var colourLeft = /(?:#x1B|\^\[|\uFFFD)?\[(?:(?:[0-9]|2[1-9]|[34]\d|9[0-7]|10[0-7])(?:;\d{1,3})*)?m(?!\])/g;
function withoutColours(text) {
  return withoutAnsi(text).replaceAll(colourLeft, "");
}
function withoutAnsi(text) {
  return text.replaceAll(ansi, "");
}
function spelledOut(character) {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
}
function clip(text, max) {
  if (text.length <= max) return text;
  const characters = Array.from(text);
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join("")}…`;
}

export {
  plainText,
  sourceLine,
  logText,
  commandFree,
  invisible,
  withoutColours
};
