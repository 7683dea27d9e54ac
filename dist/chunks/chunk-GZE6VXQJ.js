import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  openCommand,
  openReport
} from "./chunk-2KIPEYBV.js";
import {
  modeOf,
  placesOf,
  textOf
} from "./chunk-HLBFWSJT.js";
import {
  exitCodeOf
} from "./chunk-HZ36XJBI.js";
import {
  check,
  findWork,
  writeHtml
} from "./chunk-GO4C535Z.js";
import {
  writeReport
} from "./chunk-CQBXOSY3.js";
import {
  culprits,
  headLines,
  resultText
} from "./chunk-KF2CM26I.js";
import {
  foldedNotes,
  movedTests,
  openingLines,
  verdictSubject
} from "./chunk-VWDYUV44.js";
import {
  baseToHead,
  dropOf,
  iconOf,
  mostSevereFirst,
  spentLine,
  unsandboxed,
  verdictWord
} from "./chunk-NJYVFXTX.js";
import {
  logText,
  nameSpec,
  nameTest,
  plainPhrases,
  prose,
  rate,
  sourceLine
} from "./chunk-BATYQILO.js";
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
  const quoted = hunks.slice(0, 3).flatMap((hunk) => [
    `  ${sourceLine(hunk.file, 160)}:${headLines(hunk)[0]}`,
    ...hunk.removed.slice(0, 12).map((line) => `  - ${sourceLine(line, 200)}`),
    ...hunk.added.slice(0, 12).map((line) => `  + ${sourceLine(line, 200)}`)
  ]);
  const isOpen = summary.verdicts.some((verdict) => verdict.culprit.length > 1);
  return [isOpen ? "one of these hunks" : "the changed words", ...quoted].join("\n");
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
