import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  sharedWrites
} from "./chunk-IF5ZEEKF.js";
import {
  sharedWords
} from "./chunk-VRNSNVJL.js";
import {
  blocks
} from "./chunk-RQROVOIW.js";
import {
  bold,
  code,
  count,
  emptyFiles,
  joinNames,
  link,
  nameSpec,
  nameTest,
  paragraph,
  prose,
  sourceLine,
  words
} from "./chunk-WSJ3JF5A.js";

// src/core/report/words/severity.ts
function iconOf(summary, verdict) {
  if (isBlocking(summary, verdict)) return "\u274C";
  const icon = icons[verdict.verdict];
  if (verdict.requirements?.verdict === "unmet") return "\u{1F7E0}";
  return verdict.requirements?.verdict === "undecided" && icon === "\u2705" ? "\u26AA" : icon;
}
function isBlocking(summary, verdict) {
  const isBelowMinimum = verdict.verdict === "not-portable" && (summary.belowMinimum ?? []).length > 0;
  return isBelowMinimum || blocks(verdict, summary.settings);
}
var icons = {
  regressed: "\u{1F7E0}",
  "not-portable": "\u{1F7E0}",
  suspected: "\u{1F7E0}",
  inconclusive: "\u26AA",
  "base-too-weak": "\u26AA",
  improved: "\u2705",
  portable: "\u2705",
  held: "\u2705"
};
var severity = [
  "regressed",
  "not-portable",
  "suspected",
  "inconclusive",
  "base-too-weak",
  "improved",
  "portable",
  "held"
];
function mostSevereFirst(verdicts) {
  return verdicts.toSorted((one, other) => severity.indexOf(one.verdict) - severity.indexOf(other.verdict));
}

// src/core/report/words/change-facts.ts
function withSameWords({ changes, verdicts }) {
  const same = new Set(changes.filter(({ asksTheSame }) => asksTheSame).map(({ name }) => name));
  return verdicts.filter(({ asks, spec }) => asks === "regression" && same.has(spec));
}
function sameTests(summary, verdicts) {
  const changed = new Set(
    summary.changes.filter((change) => change.class !== "tests" && !change.asksTheSame).map(({ name }) => name)
  );
  return verdicts.every(({ asks, spec }) => asks === "regression" && changed.has(spec));
}

// src/core/report/changed-words/changed-lines.ts
function changedLines({ removed, added }, maxLines) {
  const same = sameEnds(removed.join("\n"), added.join("\n"));
  return {
    removed: quoted(removed, same, maxLines),
    added: quoted(added, same, maxLines)
  };
}
function sameEnds(removed, added) {
  const [one, other] = [lettersOf(removed), lettersOf(added)];
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return start + end === Math.max(one.length, other.length) || most === 0 ? { start: 0, end: 0 } : { start, end };
}
function lettersOf(text) {
  return text.replaceAll(/\s+/g, "");
}
function quoted(lines, { start, end }, maxLines) {
  let at = 0;
  const placed = lines.map((text) => {
    const from = at;
    at += lettersOf(text).length;
    return { text, from, to: at };
  });
  const differs = { from: start, to: at - end };
  const differing = lines.length > maxLines ? placed.filter((line) => touches(line, differs)) : placed;
  const kept = differing.length > 0 ? differing : placed;
  const shown = kept.slice(0, maxLines).map((line) => sourceLine(window(line, differs), longest));
  const rest = kept.length - shown.length;
  return rest > 0 ? [...shown, `\u2026 ${count(rest, "more line")}`] : shown;
}
function touches({ from, to }, differs) {
  return to > differs.from && from < differs.to;
}
var longest = 200;
var around = 60;
function window({ text, from, to }, differs) {
  if (text.length <= longest) return text;
  const start = differs.from > from ? placeOf(text, differs.from - from) : 0;
  const end = differs.to < to ? placeOf(text, Math.max(0, differs.to - from)) : text.length;
  const first = start > around ? text.indexOf(" ", start - around) : 0;
  const last = text.indexOf(" ", end + around);
  const begin = first > 0 && first < start ? first : 0;
  const stop = last > 0 ? last : text.length;
  return `${begin > 0 ? "\u2026" : ""}${text.slice(begin, stop)}${stop < text.length ? " \u2026" : ""}`;
}
function placeOf(text, letters) {
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (seen === letters && !/\s/.test(text.charAt(index))) return index;
    if (!/\s/.test(text.charAt(index))) seen += 1;
  }
  return text.length;
}

// src/core/report/changed-words/rank-hunks.ts
function rankHunks(hunks, tests) {
  const scores = sharedWords(
    hunks.map(({ removed, added }) => [...removed, ...added].join(" ")),
    tests
  );
  return hunks.map((hunk, index) => ({ hunk, score: scores[index] ?? 0 })).toSorted((one, other) => other.score - one.score).map(({ hunk }) => hunk);
}

// src/core/report/changed-words/found-behind.ts
function searchBehind({ words: words2 = [] }, verdict) {
  return words2.find(({ question }) => question === verdict.question) ?? null;
}
function foundBehind(summary, verdict) {
  const found = searchBehind(summary, verdict);
  if (found?.parts.length === 0) return null;
  return found?.end === "one-part" && found.check === null ? null : found;
}
function wordsBehind(summary) {
  const groups = /* @__PURE__ */ new Map();
  for (const verdict of mostSevereFirst(summary.verdicts)) {
    const found = foundBehind(summary, verdict);
    if (found === null) continue;
    const key = JSON.stringify(found.parts.map(({ part }) => part.id).toSorted());
    groups.set(key, [...groups.get(key) ?? [], { verdict, found }]);
  }
  return [...groups.values()].map((cells) => ({ parts: cells[0]?.found.parts ?? [], cells }));
}

// src/core/report/changed-words/hunk-quote.ts
function culprits(summary) {
  const seen = /* @__PURE__ */ new Map();
  for (const word of ["regressed", "suspected"]) {
    for (const verdict of guessedAt(summary).filter((candidate) => candidate.verdict === word)) {
      const { culprit, brokenTests } = verdict;
      for (const hunk of culprit.length > hunksShown ? rankHunks(culprit, brokenTests) : culprit) {
        const key = JSON.stringify([hunk.file, hunk.headStart, hunk.baseStart]);
        if (!seen.has(key)) seen.set(key, hunk);
      }
    }
  }
  return [...seen.values()];
}
function guessedAt(summary) {
  return summary.verdicts.filter(
    (verdict) => verdict.culprit.length > 0 && foundBehind(summary, verdict) === null
  );
}
function changedTitle(summary) {
  const behind = guessedAt(summary);
  const same = new Set(withSameWords(summary));
  return behind.every((verdict) => same.has(verdict)) ? "The changed text" : "The changed words";
}
var hunksShown = 3;
function headLines(hunk) {
  const start = Math.max(1, hunk.headStart);
  return [start, Math.max(start, hunk.headStart + hunk.added.length - 1)];
}
function encodedPath(file) {
  const segments = file.split("/");
  if (segments.some((segment) => ["", ".", ".."].includes(segment))) return null;
  return segments.map((segment) => encodeSegment(segment)).join("/");
}
function quoteHunk(hunk, options) {
  const { removed, added } = changedLines(hunk, options.maxLines);
  const value = [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)];
  return [
    paragraph(linesOf(placeOf2(hunk), options)),
    { type: "code", lang: "diff", value: value.join("\n") }
  ];
}
function placeOf2(hunk) {
  return { file: hunk.file, lines: headLines(hunk) };
}
function linesOf(stretch, options) {
  const [start, end] = stretch.lines;
  const lines = start === end ? `line ${start}` : `lines ${start}\u2013${end}`;
  const place = [...code(stretch.file, 160), ...words(` ${lines}`)];
  const url = linesUrl(stretch, options);
  return url === null ? place : link(url, place);
}
function linesUrl({ file, lines: [start, end] }, options) {
  if (options.repositoryUrl === null || !/^[0-9a-f]{40}$/.test(options.head)) return null;
  const path = encodedPath(file);
  if (path === null) return null;
  return `${options.repositoryUrl}/blob/${options.head}/${path}#L${start}${start === end ? "" : `-L${end}`}`;
}
function encodeSegment(segment) {
  return encodeURIComponent(segment.replaceAll(new RegExp("\\p{Cs}", "gu"), "\uFFFD")).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

// src/core/report/words/warnings.ts
function warnings(summary) {
  return [
    ...brokenGroups(summary).map((group) => brokenWarning(group)),
    ...alike(summary.red).map((group) => redWarning(group)),
    ...sharedWrites(summary.changes).map((shared) => sharedWarning(shared)),
    ...summary.changes.flatMap((change) => emptyWarning(change))
  ];
}
function brokenBeside({ brokenByHead = [], verdicts }) {
  return brokenByHead.filter(
    ({ spec, isLeftOut, otherFiles }) => isLeftOut || otherFiles.length > 0 && verdicts.some((each) => each.spec === spec && /^(?:regressed|suspected)$/.test(each.verdict))
  );
}
function brokenGroups(summary) {
  const groups = /* @__PURE__ */ new Map();
  for (const { spec, tests, isLeftOut, otherFiles } of brokenBeside(summary)) {
    const key = JSON.stringify([isLeftOut, otherFiles]);
    const group = groups.get(key) ?? { specs: [], tests: [], isLeftOut, otherFiles };
    const all = [.../* @__PURE__ */ new Set([...group.tests, ...tests])];
    groups.set(key, { ...group, specs: [...group.specs, spec], tests: all });
  }
  return [...groups.values()];
}
function brokenWarning({ specs, tests, isLeftOut, otherFiles }) {
  const isOne = tests.length === 1;
  const failing = [
    ...joinNames(
      tests.map((test) => nameTest(test)),
      5
    ),
    ...words(" of "),
    ...joinNames(specs.map((spec) => nameSpec(spec))),
    ...words(isOne ? " fails" : " fail"),
    ...words(" on the head\u2019s own committed code")
  ];
  return [
    ...bold(failing),
    ...words(isOne ? " and passes on the base\u2019s" : " and pass on the base\u2019s"),
    ...isLeftOut ? [
      ...words(", although the code under "),
      ...code("writes"),
      ...words(
        ` is the same on both sides: no verdict rests on ${isOne ? "it" : "them"}, and as long as `
      ),
      ...words(`${isOne ? "it fails" : "they fail"} nothing that speaks for the change counts.`)
    ] : words(", so the spec may not be the cause."),
    ...changedBeside(otherFiles, isOne)
  ];
}
function changedBeside(files, isOne) {
  if (files.length === 0)
    return words(
      ` No other file changed, so ${isOne ? "it reads" : "they read"} the text of the spec, or may fail at any time.`
    );
  return [
    ...words(" Besides the spec this change touches "),
    ...joinNames(
      files.map((file) => code(file, 120)),
      5
    ),
    ...words(".")
  ];
}
function lookBesideFirst(summary, { spec }) {
  const broken = brokenBeside(summary).find((each) => each.spec === spec && !each.isLeftOut);
  if (broken === void 0) return [];
  const { tests, otherFiles } = broken;
  return [
    ...words("see first why "),
    ...joinNames(
      tests.map((test) => nameTest(test)),
      2
    ),
    ...words(
      ` ${tests.length === 1 ? "fails" : "fail"} on the head\u2019s own committed code too (also changed: `
    ),
    ...joinNames(otherFiles.map((file) => code(file, 120))),
    ...words("). If it is the spec, ")
  ];
}
function mendBroken(summary) {
  const broken = brokenBeside(summary).find(({ isLeftOut }) => isLeftOut);
  if (broken === void 0) return null;
  const { tests, otherFiles } = broken;
  return [
    ...words("make "),
    ...joinNames(
      tests.map((test) => nameTest(test)),
      2
    ),
    ...words(" pass on the head\u2019s own committed code first"),
    ...otherFiles.length === 0 ? [] : [
      ...words(", or move the change of "),
      ...joinNames(otherFiles.map((file) => code(file, 120))),
      ...words(" to a pull request of its own")
    ],
    ...words("; then the spec can be judged.")
  ];
}
function alike(red) {
  const groups = /* @__PURE__ */ new Map();
  for (const { spec, failing, why } of red) {
    const key = JSON.stringify([failing, why]);
    groups.set(key, { failing, why, specs: [...groups.get(key)?.specs ?? [], spec] });
  }
  return [...groups.values()];
}
function redWarning({ specs, failing, why }) {
  const tests = joinNames(
    failing.map((test) => nameTest(test)),
    5
  );
  return [
    ...bold([
      ...words("The tests of "),
      ...joinNames(specs.map((spec) => nameSpec(spec))),
      ...words(" are red on the base commit already")
    ]),
    ...words(" ("),
    ...prose(why),
    ...words(")."),
    ...failing.length === 0 ? [] : [...words(" Failing: "), ...tests, ...words(".")],
    ...words(" Base is compared with head, never with 100 %.")
  ];
}
function sharedWarning({ specs, files }) {
  const [writing, removed] = specs.length === 2 ? [" both write ", "the other\u2019s code"] : [" all write ", "the code of the others"];
  return [
    ...joinNames(
      specs.map((spec) => nameSpec(spec)),
      5
    ),
    ...words(writing),
    ...joinNames(files.map((file) => code(file, 120))),
    ...words(`: each check removes ${removed}; use `),
    ...code("{name}"),
    ...words(" in "),
    ...code("writes"),
    ...words(".")
  ];
}
function emptyWarning({ name, head }) {
  const empty = head === null ? [] : emptyFiles(head);
  if (empty.length === 0) return [];
  const files = joinNames(empty.map((file) => code(file, 120)));
  const isOrAre = empty.length === 1 ? " is empty at the head" : " are empty at the head";
  return [
    [
      ...bold([...files, ...words(" of "), ...nameSpec(name), ...words(isOrAre)]),
      ...words(". What passes there was not learned from that text.")
    ]
  ];
}

export {
  iconOf,
  isBlocking,
  severity,
  mostSevereFirst,
  searchBehind,
  foundBehind,
  wordsBehind,
  withSameWords,
  sameTests,
  changedLines,
  rankHunks,
  culprits,
  guessedAt,
  changedTitle,
  hunksShown,
  headLines,
  encodedPath,
  quoteHunk,
  placeOf2 as placeOf,
  linesOf,
  warnings,
  lookBesideFirst,
  mendBroken
};
