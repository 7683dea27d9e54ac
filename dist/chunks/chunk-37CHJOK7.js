import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  digest
} from "./chunk-WSJ3JF5A.js";

// src/core/parts/join-clauses.ts
function joinClauses(pieces, isThere) {
  let text = "";
  let isBroken = false;
  let before = null;
  for (const piece of pieces) {
    if (typeof piece !== "string") {
      const holds = isThere(piece);
      if (holds) text += piece.present;
      isBroken = !holds;
      before = piece;
    } else if (isBroken && piece.trim() === "") {
      text = withBlank(text, piece, before);
    } else {
      text += piece;
      isBroken = false;
      before = null;
    }
  }
  const ended = isBroken ? text.replace(/\n{2,}$/, "\n") : text;
  return ended.startsWith("---\n") && ended[0] !== firstLetter(pieces) ? `
${ended}` : ended;
}
function firstLetter([first = ""]) {
  return (typeof first === "string" ? first : first.present)[0];
}
function withBlank(text, blank, before) {
  const endsLine = before !== null && !before.present.endsWith("\n");
  const trimmed = endsLine ? text.replace(/[ \t]+$/, "") : text;
  const ended = endsLine && trimmed !== "" && !trimmed.endsWith("\n") ? `${trimmed}
` : trimmed;
  const gap = endsLine ? blank.replace(/^[ \t]*\n/, "") : blank;
  return gap === "" || ended.endsWith("\n\n") || ended === "\n" ? ended : ended + gap;
}

// src/core/parts/texts-with.ts
function textsWith(cut, has) {
  const isThere = presence(cut, has);
  return cut.texts.flatMap((text) => fileWith(text, isThere));
}
function versionWith(of, cut, has) {
  const isThere = presence(cut, has);
  const filesOf = (texts) => texts.flatMap((text) => fileWith(text, isThere));
  const files = filesOf(cut.texts.filter(({ isInstructions = false }) => !isInstructions));
  return {
    ...of,
    spec: { ...of.spec, files: files.map(({ path }) => path) },
    files,
    instructions: filesOf(cut.texts.filter(({ isInstructions = false }) => isInstructions))
  };
}
function presence(cut, has) {
  const there = /* @__PURE__ */ new Set();
  for (const part of cut.parts.toReversed()) {
    const { id, kind, holds } = part;
    const isNeeded = holds?.some((held) => there.has(held)) ?? false;
    const goesWithIt = kind === "heading" && holds !== void 0;
    if (isNeeded || !goesWithIt && has(part)) there.add(id);
  }
  return ({ id }) => there.has(id);
}
function fileWith(text, isThere) {
  const { path, pieces, isOneSided = false, joinsBlankLines = false } = text;
  const joined = joinsBlankLines ? joinClauses(pieces, isThere) : pieces.map((piece) => typeof piece === "string" ? piece : isThere(piece) ? piece.present : piece.absent).join("");
  return joined === "" && isOneSided ? [] : [{ path, text: joined }];
}

// src/core/parts/part-id.ts
function partIds() {
  const seen = /* @__PURE__ */ new Map();
  return ({ file, present, absent }) => {
    const words = digest({ absent: absent.trim(), file, present: present.trim() });
    const number = (seen.get(words) ?? 0) + 1;
    seen.set(words, number);
    return digest({ number, words }).slice(0, 12);
  };
}

// src/core/parts/part-kind.ts
function placeUnder(heading) {
  if (/\bexamples?\b/i.test(heading)) return "examples";
  return asides.test(heading) ? "asides" : null;
}
var asides = /\b(?:abstract|acknowledge?ments?|authors?|background|change ?log|design goals|faq|further reading|history|informative|introduction|licen[cs]e|motivation|non-goals|non-normative|notes?|overview|preface|problem statement|rationale|references|revision history|status of this|why)\b/i;
function kindOf(text, place = "rules") {
  const words = text.trim().replace(/^(?:[-+*]|\d+[.)])\s+/, "");
  if (/^#{1,6}\s[^\n]*$/.test(words)) return "heading";
  if (place === "examples" || isExample(words)) return "example";
  return isRequirement(words) && (place === "rules" || isEmphatic(words)) ? "requirement" : "explanation";
}
function kindOfChange({
  absent,
  present
}) {
  const [before, after] = [wordsOf(absent), wordsOf(present)];
  if (before === after) return "wording";
  const kinds = [present, absent].map((text) => kindOf(text));
  return kinds.find((kind) => kind === "requirement") ?? kindOf(present.trim() === "" ? absent : present);
}
function wordsOf(text) {
  return (text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s*_]/gu) ?? []).join(" ");
}
function isExample(words) {
  return /^(?:`{3}|~{3})/.test(words) || /^[*_(]*(?:for example|for instance|examples?\b|e\.g\.)/i.test(words);
}
function isEmphatic(words) {
  return /\b(?:MUST|SHALL|SHOULD|REQUIRED|RECOMMENDED|MAY|OPTIONAL)\b/.test(words);
}
function isRequirement(text) {
  return [duty, passive, behaviour].some((pattern) => pattern.test(text));
}
var duty = /\b(?:must|shall|should|may|can(?:not|['’]t)?|required?s?|recommended|optional|never|always|only|at (?:least|most)|exactly|unless|forbidden|(?:dis)?allowed|permitted|prohibited|ensures?|do(?:es)? not|do(?:es)?n['’]t|will|won['’]t|(?:need|ha)(?:s|ve)? to|avoid|prefer)\b/i;
var passive = new RegExp("\\b(?:is|are|be)\\s+(?:(?:not|then|also|\\p{L}+ly)\\s+)?\\p{L}+(?:ed|en|wn)\\b", "iu");
var behaviour = /\b(?:returns?|raises?|throws?|rejects?|accepts?|yields?|prints?|emits?|fails?|ignores?|defaults? to|rounds?|means|equals?|becomes?|counts? as|use|starts? with|ends? with)\b/i;

// src/core/parts/positions.ts
function positionsIn(text) {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineAt = (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return (from, to) => {
    const stretch = text.slice(from, to);
    if (stretch.trim() === "") return { lines: [lineAt(from), lineAt(from)] };
    const first = from + stretch.length - stretch.trimStart().length;
    const end = from + stretch.trimEnd().length;
    const lines = [lineAt(first), lineAt(end - 1)];
    const columnAt = (offset, line) => offset - (starts[line - 1] ?? 0) + 1;
    return { lines, columns: [columnAt(first, lines[0]), columnAt(end, lines[1])] };
  };
}

// src/core/parts/clause.ts
function spanOf({ position }) {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 };
}
function wholeLines(text, { from, to }) {
  const end = to > from && text[to - 1] === "\n" ? to : text.indexOf("\n", to) + 1;
  return { from: text.lastIndexOf("\n", from - 1) + 1, to: end === 0 ? text.length : end };
}
function firstHoldsRest([first, ...rest]) {
  if (first === void 0 || rest.length === 0) return first === void 0 ? [] : [first];
  return [{ ...first, holds: [.../* @__PURE__ */ new Set([...first.holds, ...rest.map(({ from }) => from)])] }, ...rest];
}
function titleOf(words) {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}\u2026`;
}

// src/core/parts/sentences.ts
function sentenceStarts(text, paragraph) {
  const { from, to } = spanOf(paragraph);
  if (/^[ \t|:-]*-[ \t|:-]*$/m.test(text.slice(from, to))) return [from];
  const prose = proseOf(text, paragraph);
  const starts = [from];
  for (const { index } of segmenter().segment(prose)) {
    const start = from + index;
    const sentence = prose.slice((starts.at(-1) ?? from) - from, index);
    if (index > 0 && endsSentence(sentence) && !looksLikeBlock(text.slice(start, to))) starts.push(start);
  }
  return starts;
}
var segmenter = () => made ??= new Intl.Segmenter("en", { granularity: "sentence" });
var made = null;
function proseOf(text, paragraph) {
  const start = spanOf(paragraph).from;
  let prose = "";
  for (const child of paragraph.children) {
    const { from, to } = spanOf(child);
    const words = child.type === "text" ? text.slice(from, to).replaceAll("\n", " ") : standIn(child, to - from);
    prose = prose.padEnd(from - start) + words;
  }
  return prose;
}
function standIn(child, length) {
  return endsWithStop(child) ? `${"X".repeat(Math.max(length - 1, 0))}.` : "X".repeat(length);
}
function endsWithStop(child) {
  if (child.type === "text") return /[.!?]$/.test(child.value);
  const last = "children" in child ? child.children.at(-1) : void 0;
  return last !== void 0 && (child.type === "emphasis" || child.type === "strong") && endsWithStop(last);
}
function endsSentence(sentence) {
  return /[\s]$/.test(sentence) && !abbreviation.test(sentence) && !new RegExp("^\\s*\\p{N}+[.)]\\s*$", "u").test(sentence) && count(sentence, "(") <= count(sentence, ")") && count(sentence, "[") <= count(sentence, "]") && count(sentence, "\u201C") <= count(sentence, "\u201D") && count(sentence, '"') % 2 === 0;
}
var abbreviation = new RegExp("(?:^|[^\\p{L}\\p{N}])(?:e\\.?g|i\\.?e|etc|cf|vs|viz|resp|approx|ca|incl|excl|al|fig|figs|sec|sect|ch|eq|no|nos|nr|vol|pp?|ed|eds|dr|mr|mrs|ms|prof|st|inc|ltd|co|max|min|z\\.\\s?b|d\\.\\s?h|u\\.\\s?a|bzw|usw|ggf|vgl|\\p{L})\\.\\s*$", "iu");
function count(text, mark) {
  return text.split(mark).length - 1;
}
function looksLikeBlock(rest) {
  return /^(?:[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|#{1,6}(?:\s|$)|>|\||`{3}|~{3}|<|\[[^\]]*\]:|[-=_*]+\s*(?:\n|$)|[*_-](?:[ \t]*[*_-]){2})/.test(
    rest
  );
}

export {
  textsWith,
  versionWith,
  presence,
  spanOf,
  wholeLines,
  firstHoldsRest,
  titleOf,
  sentenceStarts,
  looksLikeBlock,
  partIds,
  placeUnder,
  kindOf,
  kindOfChange,
  isRequirement,
  positionsIn
};
