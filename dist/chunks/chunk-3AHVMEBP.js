import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  changeLine,
  foldedNotes,
  headingOf,
  movedBeyondVerdict,
  nextStep,
  openingLines,
  passedTitle,
  questionLine,
  verdictSubject
} from "./chunk-6R2OEH6Q.js";
import {
  afterWord,
  dropNumber,
  iconOf,
  mostSevereFirst,
  nothingMeasured,
  passedSides,
  spentLine,
  unsandboxed
} from "./chunk-BJJNW6M7.js";
import {
  changedLines,
  changedTitle,
  culprits,
  headLines,
  hunksShown
} from "./chunk-LGPFFQEZ.js";
import {
  count,
  logText,
  nameSpec,
  nameTest,
  plainPhrases,
  prose,
  rate,
  sourceLine,
  subjectTitle
} from "./chunk-RW5SHKCQ.js";

// src/core/report/terminal/terminal.ts
function renderTerminal(summary) {
  const paragraphs = [
    headingOf(summary),
    ...openingLines(summary).map((line) => plainPhrases(line)),
    summary.settings.sandbox === "none" ? `🔴 ${unsandboxed}` : "",
    columns(verdictRows(summary)),
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
