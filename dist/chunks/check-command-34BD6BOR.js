import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  configPaths
} from "./chunk-TUEW5FHJ.js";
import {
  atDesk,
  baseToHead,
  check,
  commitsOf,
  consoleLog,
  culprits,
  dropOf,
  forkLine,
  headLines,
  hostEnvironment,
  hostVariable,
  icons,
  interruptSignal,
  logText,
  mostSevereFirst,
  movedTests,
  nameModel,
  nameSpec,
  nameTest,
  openRepository,
  plainPhrases,
  prose,
  rate,
  readSettings,
  sourceLine,
  spentLine,
  testsChangedLine,
  verdictLine,
  verdictWord,
  wire,
  writeReport
} from "./chunk-HYWN2J6W.js";
import {
  exitCodeOf
} from "./chunk-6GDJFYAW.js";
import {
  UserError
} from "./chunk-XWI25FXI.js";
import "./chunk-EJSD7WMC.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/check-command.ts
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";

// src/core/report/terminal.ts
function renderTerminal(summary) {
  const opening = [testsChangedLine(summary), verdictLine(summary), forkLine(summary)];
  const paragraphs = [
    ...opening.flatMap((line) => line === null ? [] : [plainPhrases(line)]),
    columns(verdictRows(summary)),
    movedLines(summary),
    hunkLines(summary),
    summary.notes.map((note) => `note: ${plainPhrases(prose(note))}`).join("\n"),
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
      plainPhrases(nameModel(summary, verdict.model)),
      baseToHead(verdict),
      dropOf(verdict),
      `${icons[verdict.verdict]} ${verdictWord(verdict)}`
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
    (move) => `  ${plainPhrases(nameTest(move.test))} on ${plainPhrases(nameModel(summary, move.model))}: ${rate(move.base)} → ${rate(move.head)}`
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

// src/entry/check-command.ts
async function checkCommand(of) {
  var _stack = [];
  try {
    const { options } = of;
    const directory = resolve(textOf(options, "cwd") ?? ".");
    const log = __using(_stack, consoleLog({ stream: process.stderr, live: process.stderr.isTTY, workflow: false }));
    const repository = await openRepository(directory, hostEnvironment());
    const file = await workingTreeConfig(directory, textOf(options, "config"));
    const { settings, notYet } = readSettings({ file, inputs: inputsOf(options) });
    const event = {
      kind: "manual",
      base: textOf(options, "base") ?? "",
      head: textOf(options, "head") ?? ""
    };
    const signal = interruptSignal((line) => log.info(line));
    const ports = __using(_stack, await wire({
      signal,
      origin: atDesk,
      repository,
      recordsDirectory: resolve(directory, textOf(options, "records") ?? ""),
      sandbox: settings.sandbox,
      log,
      keyOf: hostVariable,
      nodeTestReporter: of.nodeTestReporter
    }), true);
    const summary = await check(ports, {
      trigger: await commitsOf(event, repository),
      settings,
      withoutSecrets: false,
      planOnly: options["dryRun"] === true ? "Dry run: no model was asked." : null,
      notes: notYet,
      signal
    });
    const extra = textOf(options, "result");
    const report = {
      directory: resolve(directory, textOf(options, "reportDir") ?? ""),
      extra: extra === null ? null : resolve(extra)
    };
    await writeReport(summary, report);
    process.stdout.write(renderTerminal(summary));
    return exitCodeOf(summary);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function textOf(options, name) {
  const value = options[name];
  return typeof value === "string" && value !== "" ? value : null;
}
async function workingTreeConfig(directory, path) {
  for (const name of path === null ? configPaths : [path]) {
    const text = await readFile(join(resolve(directory), name), "utf8").catch(() => null);
    if (text !== null) return { path: name, text };
  }
  if (path === null) return null;
  throw new UserError("CONFIG_NOT_FOUND", `there is no readable file ${path} (--config).`, "Check the path.");
}
function inputsOf(options) {
  const pairs = [
    ["max-usd", textOf(options, "maxUsd")],
    ["max-generations", textOf(options, "maxGenerations")],
    ["fail-on", textOf(options, "failOn")],
    ["sandbox", textOf(options, "sandbox")]
  ];
  return Object.fromEntries(pairs.flatMap(([name, value]) => value === null ? [] : [[name, value]]));
}
export {
  checkCommand
};
