import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  changedLines,
  changedTitle,
  culprits,
  headLines,
  hunksShown
} from "./chunk-5NJT4M6H.js";
import {
  changeLine,
  foldedNotes,
  movedTests,
  openingLines,
  questionLine,
  verdictSubject
} from "./chunk-QJGHGHPR.js";
import {
  baseToHead,
  dropOf,
  iconOf,
  mostSevereFirst,
  spentLine,
  unsandboxed,
  verdictWord
} from "./chunk-DHIEG3YV.js";
import {
  count,
  logText,
  nameSpec,
  nameTest,
  plainPhrases,
  prose,
  rate,
  sourceLine
} from "./chunk-XCAWQB5Y.js";

// src/core/report/terminal/terminal.ts
function renderTerminal(summary) {
  const paragraphs = [
    ...openingLines(summary).map((line) => plainPhrases(line)),
    summary.settings.sandbox === "none" ? `🔴 ${unsandboxed}` : "",
    columns(verdictRows(summary)),
    movedLines(summary),
    hunkLines(summary),
    ...plannedLines(summary),
    foldedNotes(summary).map((note) => `note: ${plainPhrases(prose(note))}`).join("\n"),
    plainPhrases(spentLine(summary))
  ];
  return logText(`${paragraphs.filter((text) => text !== "").join("\n\n")}
`);
}
function verdictRows(summary) {
  if (summary.verdicts.length === 0) return [];
  return [
    ["spec", "model", "base → head", "drop [95 %]", "verdict"],
    ...mostSevereFirst(summary.verdicts).map((verdict) => [
      plainPhrases(nameSpec(verdict.spec)),
      plainPhrases(verdictSubject(summary, verdict)),
      baseToHead(verdict),
      dropOf(verdict),
      `${iconOf(summary, verdict)} ${verdictWord(verdict)}`
    ])
  ];
}
function columns(rows) {
  const widths = (rows[0] ?? []).map(
    (_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length))
  );
  return rows.map(
    (row) => row.map((value, column) => value.padEnd(widths[column] ?? 0)).join("  ").trimEnd()
  ).join("\n");
}
function movedLines(summary) {
  const moved = movedTests(summary);
  if (moved.length === 0) return "";
  const lines = moved.slice(0, 10).map(
    (move) => `  ${plainPhrases(nameTest(move.test))} on ${plainPhrases(verdictSubject(summary, move))}: ${rate(move.base)} → ${rate(move.head)}${move.unconfirmed ? " (unconfirmed)" : ""}`
  );
  return [
    "tests that moved (observed)",
    ...lines,
    ...moved.length > 10 ? [`  and ${moved.length - 10} more`] : []
  ].join("\n");
}
function hunkLines(summary) {
  const hunks = culprits(summary);
  if (hunks.length === 0) return "";
  const isOpen = summary.verdicts.some((verdict) => verdict.culprit.length > 1);
  return [
    isOpen ? "one of these changes" : changedTitle(summary).toLowerCase(),
    ...quotedHunks(hunks, hunksShown)
  ].join("\n");
}
function plannedLines(summary) {
  const { planned = [], changes } = summary;
  if (planned.length === 0) return [];
  const questions = planned.map((question) => `  ${plainPhrases(questionLine(summary, question))}`);
  return [
    ...changes.map(
      (change) => [plainPhrases(changeLine(change)), ...quotedHunks(change.hunks, 20)].join("\n")
    ),
    [`would be asked (${count(planned.length, "question")})`, ...questions].join("\n")
  ];
}
function quotedHunks(hunks, most) {
  const rest = hunks.length - most;
  return [
    ...hunks.slice(0, most).flatMap((hunk) => {
      const { removed, added } = changedLines(hunk, 12);
      return [
        `  ${sourceLine(hunk.file, 160)}:${headLines(hunk)[0]}`,
        ...removed.map((line) => `  - ${line}`),
        ...added.map((line) => `  + ${line}`)
      ];
    }),
    ...rest > 0 ? [`  and ${count(rest, "more change")}`] : []
  ];
}

export {
  renderTerminal
};
