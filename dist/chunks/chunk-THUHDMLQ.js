import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  foundLines,
  renderComment
} from "./chunk-FVSSU63J.js";
import {
  changeMapLine
} from "./chunk-62MT6X5Y.js";
import {
  afterWord,
  changeLine,
  dropNumber,
  foldedNotes,
  headingOf,
  movedBeyondVerdict,
  nextStep,
  nothingMeasured,
  openingLines,
  passedSides,
  passedTitle,
  questionLine,
  spentLine,
  unprovedLine,
  unsandboxed,
  verdictSubject
} from "./chunk-N2DEFOSI.js";
import {
  changedLines,
  changedTitle,
  culprits,
  guessedAt,
  headLines,
  hunksShown,
  iconOf,
  mostSevereFirst
} from "./chunk-I3VVAFPO.js";
import {
  commentMarker
} from "./chunk-BWOT4FZX.js";
import {
  count,
  logText,
  markedPhrases,
  nameSpec,
  nameTest,
  plainPhrases,
  prose,
  rate,
  sourceLine,
  subjectTitle,
  withoutSecrets,
  writeDurably
} from "./chunk-WSJ3JF5A.js";

// src/core/report/terminal/terminal.ts
function renderTerminal(summary) {
  const paragraphs = [
    headingOf(summary),
    ...openingLines(summary).map((line) => plainPhrases(line)),
    summary.settings.sandbox === "none" ? `\u{1F534} ${unsandboxed}` : "",
    unprovedLine(summary) ?? "",
    columns(verdictRows(summary)),
    ...wordsLines(summary),
    plainPhrases(changeMapLine(summary)),
    hunkLines(summary),
    nextStepLine(summary),
    movedLines(summary),
    ...plannedLines(summary),
    foldedNotes(summary).map((note) => `note: ${plainPhrases(prose(note))}`).join("\n"),
    plainPhrases(spentLine(summary))
  ];
  return logText(`${paragraphs.filter((text) => text !== "").join("\n\n")}
`);
}
function nextStepLine(summary) {
  const step = nextStep(summary, { head: summary.trigger.head, repositoryUrl: null });
  return step === null ? "" : `Next step: ${plainPhrases(step)}`;
}
function verdictRows(summary) {
  const { verdicts } = summary;
  if (verdicts.every((verdict) => nothingMeasured(verdict))) return [];
  const compares = verdicts.some(({ drop }) => drop !== null);
  return [
    [
      subjectTitle(verdicts).toLowerCase(),
      "model",
      passedTitle(verdicts).toLowerCase(),
      ...compares ? ["drop in percentage points"] : [],
      "verdict"
    ],
    ...mostSevereFirst(verdicts).map((verdict) => [
      plainPhrases(nameSpec(verdict.spec)),
      plainPhrases(verdictSubject(summary, verdict)),
      passedSides(verdict),
      ...compares ? [dropNumber(verdict)] : [],
      `${iconOf(summary, verdict)} ${verdict.verdict.replaceAll("-", " ")}${afterWord(verdict)}`
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
  const moved = movedBeyondVerdict(summary);
  if (moved.length === 0) return "";
  const lines = moved.slice(0, 10).map(
    (move) => `  ${plainPhrases(nameTest(move.test))} on ${plainPhrases(verdictSubject(summary, move))}: ${rate(move.base)} \u2192 ${rate(move.head)}${move.unconfirmed ? " (unconfirmed)" : ""}`
  );
  return [
    "tests that moved (observed)",
    ...lines,
    ...moved.length > 10 ? [`  and ${moved.length - 10} more`] : []
  ].join("\n");
}
function wordsLines(summary) {
  const options = { head: summary.trigger.head, repositoryUrl: null, parts: hunksShown };
  return foundLines(summary, options).map(
    ({ line, list }) => [markedPhrases(line), ...list.map((each) => `  - ${markedPhrases(each)}`)].join("\n")
  );
}
function hunkLines(summary) {
  const hunks = culprits(summary);
  if (hunks.length === 0) return "";
  const isOpen = guessedAt(summary).some((verdict) => verdict.culprit.length > 1);
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
  renderTerminal,
  writeComment,
  whereTold
};
