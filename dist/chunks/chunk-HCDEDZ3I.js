import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  importedRun
} from "./chunk-YRLQ2DSP.js";
import {
  openCommand,
  openReport
} from "./chunk-4YN7D2OA.js";
import {
  modeOf,
  placesOf,
  textOf
} from "./chunk-RZMYW46V.js";
import {
  renderTerminal
} from "./chunk-LFOYLBOK.js";
import {
  writeHtml
} from "./chunk-3BEQDUJO.js";
import {
  writeReport
} from "./chunk-NRSEOSNG.js";
import {
  resultText
} from "./chunk-5QR2JYL4.js";
import {
  exitCodeOf
} from "./chunk-3D3TGECY.js";
import {
  check,
  findWork
} from "./chunk-3C4F6WCH.js";
import {
  pathMatcher
} from "./chunk-6QLLVEX6.js";
import {
  UserError
} from "./chunk-5LJOY3JM.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/commands/check-command.ts
import { basename, join, resolve } from "node:path";

// src/pipeline/specs/uncommitted-specs.ts
async function uncommittedEdit(repository, of) {
  if (of.head !== await repository.resolve("HEAD")) return null;
  const globs = of.entries.flatMap(({ spec }) => spec.map((glob) => glob.replaceAll("{name}", "*")));
  const [first, ...others] = (await repository.uncommitted()).filter(pathMatcher(globs));
  if (first === void 0) return null;
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  const said = `\`${first}\`${more} has an edit that is not committed`;
  if (of.changes.length > 0) return `${said}; only commits are compared.`;
  throw new UserError(
    "SPEC_NOT_COMMITTED",
    `${said}, and the specs are the same in both commits.`,
    "Commit the edit, and check again."
  );
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
    const { request } = command;
    await openReport(call.options, command.ports);
    const work = await findWork(command.ports.repository, request);
    const imported = await importedRun(command, work, mode);
    const { ports } = imported;
    const { trigger, settings } = request;
    const { changes } = work;
    const edit = trigger.kind === "audit" ? null : await uncommittedEdit(ports.repository, { entries: settings.specs, head: trigger.head, changes });
    if (edit !== null) ports.log.warn(edit);
    const notes = [...request.notes, ...imported.notes];
    return await show(command, await check(ports, { ...request, notes, work, mode: imported.mode }));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function show({ options, print, ports }, checked) {
  const { summary } = checked;
  print(options["json"] === true ? resultText(summary) : renderTerminal(summary));
  const extra = textOf(options, "result");
  const { directory: checkout, report: directory } = placesOf(options);
  await writeReport(summary, { directory, extra: extra === null ? null : resolve(extra) });
  await writeHtml(checked, directory, { repository: basename(checkout), repositoryUrl: null, runUrl: null });
  ports.log.info(`The page is ${join(directory, "index.html")}`);
  return exitCodeOf(summary);
}

export {
  checkCommand,
  reportCommand,
  show
};
