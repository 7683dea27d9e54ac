import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  hasRecords,
  importedRun,
  refuseNoRecords
} from "./chunk-PPZHAQEI.js";
import {
  openCommand,
  openReport
} from "./chunk-AX2RMTV3.js";
import {
  modeOf,
  placesOf,
  textOf
} from "./chunk-3ZUBQAH2.js";
import {
  renderTerminal,
  whereTold,
  writeComment
} from "./chunk-CSV55APA.js";
import {
  check,
  findWork
} from "./chunk-QP3SNXVL.js";
import {
  withoutItsProgram
} from "./chunk-LM3P2XXA.js";
import {
  pathMatcher
} from "./chunk-FKVLOH4F.js";
import {
  writeHtml
} from "./chunk-KNMHA2RP.js";
import {
  writeReport
} from "./chunk-3UA4XKQQ.js";
import {
  resultText
} from "./chunk-O2FIJKBD.js";
import {
  exitCodeOf
} from "./chunk-ZVDP66US.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/commands/check-command.ts
import { basename, resolve } from "node:path";

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
  const { records } = placesOf(call.options);
  return compareCommits(call, { kind: "replay" }, async ({ repository, ...of }) => {
    if (await hasRecords(records)) return;
    if ((await findWork(repository, of)).questions.length > 0) await refuseNoRecords(records);
  });
}
async function compareCommits(call, mode, refuse) {
  var _stack = [];
  try {
    const command = __using(_stack, await openCommand(call, refuse), true);
    const { request } = command;
    await openReport(call.options);
    const ask = command.ports.agentVersionOf;
    const agentVersionOf = mode.kind === "replay" ? withoutItsProgram(ask) : ask;
    const work = await findWork(command.ports.repository, { ...request, agentVersionOf });
    const imported = await importedRun(command, work, mode);
    const { ports } = imported;
    const { trigger } = request;
    const { settings } = work;
    const { changes } = work;
    const edit = trigger.kind === "audit" ? null : await uncommittedEdit(ports.repository, { entries: settings.specs, head: trigger.head, changes });
    if (edit !== null) ports.log.warn(edit);
    const notes = [...request.notes, ...imported.notes];
    return await show(command, await check(ports, { ...request, settings, notes, work, mode: imported.mode }));
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
  await writeComment(summary, directory);
  ports.log.info(whereTold(directory));
  return exitCodeOf(summary);
}

export {
  checkCommand,
  reportCommand,
  show
};
