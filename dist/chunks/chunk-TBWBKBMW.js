import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  openCommand,
  openReport
} from "./chunk-QPR6FBFZ.js";
import {
  modeOf,
  placesOf,
  textOf
} from "./chunk-YKPPME6M.js";
import {
  exitCodeOf
} from "./chunk-AEKR6KNG.js";
import {
  check,
  findWork,
  writeHtml
} from "./chunk-5A2E6BU2.js";
import {
  writeReport
} from "./chunk-CYYRITHR.js";
import {
  changedLines,
  changedTitle,
  culprits,
  headLines,
  hunksShown,
  resultText
} from "./chunk-PVAYPFDO.js";
import {
  changeLine,
  foldedNotes,
  movedTests,
  openingLines,
  questionLine,
  verdictSubject
} from "./chunk-ODK6GNQL.js";
import {
  baseToHead,
  dropOf,
  iconOf,
  mostSevereFirst,
  spentLine,
  unsandboxed,
  verdictWord
} from "./chunk-WDJ4H2E6.js";
import {
  count,
  logText,
  nameSpec,
  nameTest,
  plainPhrases,
  prose,
  rate,
  sourceLine
} from "./chunk-LB4JAMUB.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/commands/check-command.ts
import { resolve } from "node:path";

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

// src/entry/commands/check-command.ts
async function checkCommand(call) {
  return compareCommits(call, modeOf(call.options));
}
async function reportCommand(call) {
  return compareCommits(call, { kind: "replay" });
}
async function compareCommits(call, mode) {
  var _stack = [];
  try {
    const command = __using(_stack, await openCommand(call), true);
    const { ports, request } = command;
    await openReport(call.options, ports);
    const work = await findWork(ports.repository, request);
    return await show(call.options, await check(ports, { ...request, work, mode }));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function show(options, checked) {
  const { summary } = checked;
  const extra = textOf(options, "result");
  const { report: directory } = placesOf(options);
  await writeReport(summary, { directory, extra: extra === null ? null : resolve(extra) });
  await writeHtml(checked, directory);
  process.stdout.write(options["json"] === true ? resultText(summary) : renderTerminal(summary));
  return exitCodeOf(summary);
}

export {
  checkCommand,
  reportCommand,
  show
};
