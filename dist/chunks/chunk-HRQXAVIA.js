import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  kindOfChange,
  partIds,
  positionsIn,
  sentenceStarts,
  spanOf,
  versionWith,
  wholeLines
} from "./chunk-37CHJOK7.js";
import {
  isMarkdown,
  isReadable,
  readMarkdown
} from "./chunk-C26DV424.js";
import {
  armsOfVersions,
  changedLines,
  diffArrays,
  linesOf
} from "./chunk-WSJ3JF5A.js";

// src/core/parts/change-files.ts
function filesOf(pair) {
  const [base, head] = [shownBy(pair.base), shownBy(pair.head)];
  const before = new Map(base.map((file) => [file.path, file]));
  const renamed = renamedFiles(pair, { base, head });
  const taken = /* @__PURE__ */ new Set();
  const sides = head.map(({ path, text, isInstructions }) => {
    const from = before.has(path) ? path : renamed.get(path);
    if (from !== void 0) taken.add(from);
    return { path, base: before.get(from ?? path)?.text ?? null, head: text, isInstructions };
  });
  const gone = base.filter(({ path }) => !taken.has(path));
  return [
    ...sides,
    ...gone.map(({ path, text, isInstructions }) => ({ path, base: text, head: null, isInstructions }))
  ];
}
function renamedFiles({ hunks }, { base, head }) {
  const [old, young] = [new Set(base.map(({ path }) => path)), new Set(head.map(({ path }) => path))];
  const changed = new Set(hunks.map(({ file }) => file));
  const renamed = /* @__PURE__ */ new Map();
  for (const { path, text } of base.filter((file) => !young.has(file.path) && !changed.has(file.path))) {
    const fresh = head.filter((file) => !old.has(file.path) && !renamed.has(file.path));
    const [best] = fresh.toSorted(
      (one, other) => commonLines(other.text, text) - commonLines(one.text, text)
    );
    if (best !== void 0 && text !== "") renamed.set(best.path, path);
  }
  return renamed;
}
function commonLines(one, other) {
  const lines = new Set(linesOf(other));
  return linesOf(one).filter((line) => lines.has(line)).length;
}
function shownBy(version) {
  return [
    ...(version?.files ?? []).map((file) => ({ ...file, isInstructions: false })),
    ...(version?.instructions ?? []).map((file) => ({ ...file, isInstructions: true }))
  ];
}

// src/core/parts/text-atoms.ts
function cutPlaces({ path, text }) {
  if (!isMarkdown(path) || !isReadable(text)) return null;
  const { front, body, tree } = readMarkdown(text);
  const places = /* @__PURE__ */ new Set([0, body.length]);
  const waiting = [tree];
  for (let node = waiting.pop(); node !== void 0; node = waiting.pop()) {
    for (const place of placesOf(body, node)) places.add(place);
    if ("children" in node && isCutInside(node)) waiting.push(...node.children);
  }
  return [.../* @__PURE__ */ new Set([0, ...[...places].map((place) => front.length + place)])].toSorted(
    (one, other) => one - other
  );
}
function isCutInside({ type }) {
  return type === "root" || type === "list" || type === "listItem" || type === "table";
}
function placesOf(body, node) {
  if (node.type === "root" || node.type === "list") return [];
  const { from, to } = wholeLines(body, spanOf(node));
  if (node.type === "paragraph") return [from, ...sentenceStarts(body, node).slice(1), to];
  if (node.type !== "code") return [from, to];
  let reached = from;
  return [from, ...linesOf(body.slice(from, to)).map((line) => reached += line.length)];
}
function atomsOf(text, { from, to }, places) {
  const inside = [from, ...places.filter((place) => place > from && place < to), to];
  const raw = inside.slice(1).map((end, index) => text.slice(inside[index], end));
  const beginsBlank = raw[0]?.trim() === "";
  const atoms = [];
  let waiting = "";
  for (const piece of raw) {
    if (piece.trim() !== "") {
      atoms.push(waiting + piece);
      waiting = "";
    } else if (beginsBlank || atoms.length === 0) waiting += piece;
    else atoms[atoms.length - 1] += piece;
  }
  if (waiting !== "") atoms.push(waiting);
  return atoms;
}

// src/core/parts/changed-stretches.ts
function changedStretches({ path, base, head }) {
  const [before, after] = [base ?? "", head ?? ""];
  const [old, young] = [lineStarts(before), lineStarts(after)];
  const stretches = changedLines(before, after).map((lines) => ({
    base: { from: old[lines.base.from] ?? 0, to: old[lines.base.to] ?? 0 },
    head: { from: young[lines.head.from] ?? 0, to: young[lines.head.to] ?? 0 }
  }));
  if (stretches.length < 2) return stretches;
  const places = [cutPlaces({ path, text: before }), cutPlaces({ path, text: after })];
  const joined = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last !== void 0 && isOneSentence({ last, stretch, base: places[0] ?? null, head: places[1] ?? null }))
      joined[joined.length - 1] = {
        base: { from: last.base.from, to: stretch.base.to },
        head: { from: last.head.from, to: stretch.head.to }
      };
    else joined.push(stretch);
  }
  return joined;
}
function lineStarts(text) {
  const starts = [0];
  for (const line of linesOf(text)) starts.push((starts.at(-1) ?? 0) + line.length);
  return starts;
}
function isOneSentence(of) {
  const { last, stretch, base, head } = of;
  return base !== null && !base.some((place) => place >= last.base.to && place <= stretch.base.from) || head !== null && !head.some((place) => place >= last.head.to && place <= stretch.head.from);
}

// src/core/parts/pair-atoms.ts
function pairAtoms(removed, added) {
  if (removed.length === 0) return added.map((present) => ({ absent: "", present }));
  if (added.length === 0) return removed.map((absent) => ({ absent, present: "" }));
  if (removed.length * added.length > mostPairs)
    return [{ absent: removed.join(""), present: added.join("") }];
  const pairs = bestPairs(removed, added);
  const sides = [];
  let [old, young] = [0, 0];
  for (const pair of [...pairs, { old: removed.length, young: added.length }]) {
    sides.push(...between(removed.slice(old, pair.old), added.slice(young, pair.young)));
    const [absent, present] = [removed[pair.old], added[pair.young]];
    if (absent !== void 0 && present !== void 0) sides.push({ absent, present });
    [old, young] = [pair.old + 1, pair.young + 1];
  }
  return sides;
}
var mostPairs = 1e4;
function between(removed, added) {
  if (removed.length > 0 && added.length > 0) return [{ absent: removed.join(""), present: added.join("") }];
  return [
    ...removed.map((absent) => ({ absent, present: "" })),
    ...added.map((present) => ({ absent: "", present }))
  ];
}
function bestPairs(removed, added) {
  const [olds, youngs] = [removed.map(wordsOf), added.map(wordsOf)];
  let above = [nothing, ...added.map(() => nothing)];
  for (const [old, before] of olds.entries()) {
    const row = [nothing];
    for (const [young, after] of youngs.entries()) {
      const likeness = likenessOf(before, after);
      const diagonal = above[young] ?? nothing;
      const paired = { score: diagonal.score + likeness, pair: { old, young }, before: diagonal };
      const others = [above[young + 1] ?? nothing, row[young] ?? nothing];
      row.push(
        [...others, ...likeness >= 0.4 ? [paired] : []].reduce(
          (best, each) => each.score > best.score ? each : best
        )
      );
    }
    above = row;
  }
  return pairsOf(above.at(-1) ?? nothing);
}
var nothing = { score: 0, pair: null, before: null };
function pairsOf(chain) {
  const pairs = [];
  for (let at = chain; at !== null; at = at.before)
    if (at.pair !== null) pairs.unshift(at.pair);
  return pairs;
}
function wordsOf(text) {
  const [marker = "none"] = /^\s*(?:[-+*]|\d+[.)]|#+|\||>|`{3})(?=\s|\w)/.exec(text) ?? [];
  return /* @__PURE__ */ new Set([
    `marker ${marker.trim().replace(/\d+/, "1")}`,
    ...text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  ]);
}
function likenessOf(one, other) {
  const [marker = ""] = one;
  if (!other.has(marker)) return 0;
  const common = [...one].filter((word) => other.has(word)).length;
  return 2 * common / (one.size + other.size);
}

// src/core/parts/split-hunk.ts
function splitHunk(before, base, head) {
  const sides = [];
  let [removed, added] = [[], []];
  for (const change of changesOf(base, head)) {
    if (change.removed) removed = change.value;
    else if (change.added) added = change.value;
    else {
      sides.push(...pairAtoms(removed, added));
      sides.push(...change.value.map((atom) => ({ absent: atom, present: atom })));
      [removed, added] = [[], []];
    }
  }
  return endingAlike([...sides, ...pairAtoms(removed, added)], endOf(before, 2));
}
function changesOf(base, head) {
  const changes = diffArrays([...base], [...head], { maxEditLength: 2e3 });
  if (changes !== void 0) return changes;
  return [
    { removed: true, added: false, value: base },
    { removed: false, added: true, value: head }
  ];
}
function endingAlike(sides, start) {
  const joined = [];
  let ended = start;
  let isOpen = false;
  for (const place of sides) {
    const isFixed = place.absent === place.present;
    const next = isOpen && !isFixed ? together(joined.pop(), place) : place;
    joined.push(next);
    isOpen = !isFixed && endOf(next.absent, ended) !== endOf(next.present, ended);
    if (!isOpen) ended = endOf(next.present, ended);
  }
  return joined;
}
function together(one, other) {
  return {
    absent: `${one?.absent ?? ""}${other.absent}`,
    present: `${one?.present ?? ""}${other.present}`
  };
}
function endOf(text, before) {
  if (text === "") return before;
  if (/\n[ \t]*\n$/.test(text)) return 2;
  return text.endsWith("\n") ? 1 : 0;
}

// src/core/parts/cut-change.ts
function cutChange(pair) {
  const idOf = partIds();
  const files = filesOf(pair).map((file) => ({ file, stretches: changedStretches(file) }));
  const isSingle = files.flatMap(({ stretches }) => stretches).length === 1;
  const texts = files.map(({ file, stretches }) => ({
    path: file.path,
    pieces: piecesOf(file, isSingle ? stretches.flatMap((each) => smaller(file, each)) : stretches).map(
      (piece) => typeof piece === "string" ? piece : { id: idOf(piece), ...piece }
    ),
    ...file.isInstructions ? { isInstructions: true } : {},
    ...file.base === null || file.head === null ? { isOneSided: true } : {}
  }));
  const parts = texts.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece !== "string"));
  return { texts, parts, groups: [] };
}
function smaller({ path, base, head }, stretch) {
  const [before, after] = [base ?? "", head ?? ""];
  const [old, young] = [cutPlaces({ path, text: before }), cutPlaces({ path, text: after })];
  if (old === null || young === null) return [stretch];
  const places = splitHunk(
    after.slice(0, stretch.head.from),
    atomsOf(before, stretch.base, old),
    atomsOf(after, stretch.head, young)
  );
  let [inBase, inHead] = [stretch.base.from, stretch.head.from];
  return places.flatMap(({ absent, present }) => {
    const place = {
      base: { from: inBase, to: inBase + absent.length },
      head: { from: inHead, to: inHead + present.length }
    };
    [inBase, inHead] = [place.base.to, place.head.to];
    return absent === present ? [] : [place];
  });
}
function piecesOf({ path, base, head }, stretches) {
  const [before, after] = [base ?? "", head ?? ""];
  const positionOf = positionsIn(after);
  const pieces = [];
  let reached = 0;
  for (const stretch of stretches) {
    const { from, to } = stretch.head;
    const present = after.slice(from, to);
    const absent = before.slice(stretch.base.from, stretch.base.to);
    if (from > reached) pieces.push(after.slice(reached, from));
    const position = positionOf(from, to);
    pieces.push({ file: path, kind: kindOfChange({ absent, present }), ...position, present, absent });
    reached = to;
  }
  return reached < after.length ? [...pieces, after.slice(reached)] : pieces;
}

// src/core/blame/word-texts.ts
function wordTexts({ change, head }) {
  const cut = cutChange(change);
  const places = new Map(cut.parts.map(({ id }, place) => [id, place]));
  const sides = [change.base, change.head].filter((version) => version !== null);
  const known = /* @__PURE__ */ new Map();
  const textWith = (has) => {
    const held = cut.parts.map((_, place) => has(place) ? "1" : "0").join("");
    const arm = known.get(held) ?? armOf((part) => has(places.get(part.id) ?? -1));
    known.set(held, arm);
    return arm;
  };
  const armOf = (has) => {
    const version = versionWith(head.version, cut, has);
    const arm = armsOfVersions(change.name, [...sides, version])(version, head.model);
    return { ...arm, version: head.version };
  };
  return { parts: cut.parts, textWith };
}

export {
  cutChange,
  wordTexts
};
