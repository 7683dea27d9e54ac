import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  keepHeapSmall
} from "./chunk-ADBP2LX3.js";
import {
  hasRecords,
  importedRun,
  refuseNoRecords
} from "./chunk-Y2ZSYQ2U.js";
import {
  openCommand,
  openReport
} from "./chunk-YYVCFRIY.js";
import "./chunk-3BO4C2BF.js";
import {
  modeOf,
  placesOf
} from "./chunk-P33PNVVQ.js";
import "./chunk-FDRKQG2W.js";
import "./chunk-X6HJ4QIY.js";
import {
  UserError,
  check,
  findWork,
  pathMatcher,
  withoutItsProgram
} from "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/pipeline/specs/uncommitted-specs.ts
async function uncommittedPaths(repository, head) {
  return head === await repository.resolve("HEAD") ? repository.uncommitted() : null;
}
function uncommittedEdit(paths, of) {
  const globs = of.entries.flatMap(({ spec }) => spec.map((glob) => glob.replaceAll("{name}", "*")));
  const [first, ...others] = paths.filter(pathMatcher(globs));
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
    if (mode.kind === "replay") keepHeapSmall();
    const command = __using(_stack, await openCommand(call, refuse), true);
    const { request } = command;
    const ask = command.ports.agentVersionOf;
    const agentVersionOf = mode.kind === "replay" ? withoutItsProgram(ask) : ask;
    const { trigger } = request;
    const { repository } = command.ports;
    const opening = openReport(command);
    const finding = findWork(repository, { ...request, agentVersionOf });
    const looking = trigger.kind === "audit" ? null : uncommittedPaths(repository, trigger.head);
    await Promise.allSettled([opening, finding, looking]);
    await opening;
    const work = await finding;
    const imported = await importedRun(command, work, mode);
    const { ports } = imported;
    const { changes, settings } = work;
    const paths = await looking ?? [];
    const edit = uncommittedEdit(paths, { entries: settings.specs, changes });
    if (edit !== null) ports.log.warn(edit);
    const notes = [...request.notes, ...imported.notes];
    const checked = await check(ports, { ...request, settings, notes, work, mode: imported.mode });
    const { show } = await import("./show-HCKAOVMZ.js");
    return await show(command, checked);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
export {
  checkCommand,
  reportCommand
};
