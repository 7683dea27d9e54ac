import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  keepHeapSmall
} from "./chunk-ADBP2LX3.js";
import {
  hasRecords,
  importedRun,
  refuseNoRecords
} from "./chunk-7YKMC6F3.js";
import {
  openCommand,
  openReport
} from "./chunk-42HDIPFS.js";
import "./chunk-AZF5P6P2.js";
import {
  modeOf,
  placesOf
} from "./chunk-YK2ECGN7.js";
import "./chunk-L67F2DRG.js";
import {
  findWork
} from "./chunk-FM5FA5F7.js";
import "./chunk-HRTYNWXB.js";
import "./chunk-DXKT74ZL.js";
import "./chunk-3LXODE2P.js";
import {
  check
} from "./chunk-JMBBNIQQ.js";
import "./chunk-3X6NL2SD.js";
import "./chunk-X7WZ4LW3.js";
import "./chunk-QSBGFYAR.js";
import "./chunk-HY2DO5KP.js";
import "./chunk-WLHQGPMY.js";
import "./chunk-FMC5PRWF.js";
import "./chunk-VLYTUW5B.js";
import "./chunk-7427WVDO.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-XGO2RLFH.js";
import "./chunk-QT7ARZC2.js";
import "./chunk-AR6R6OI5.js";
import "./chunk-WXCDMTBJ.js";
import "./chunk-QJ2FTIBY.js";
import {
  withoutItsProgram
} from "./chunk-CYHJZNGT.js";
import "./chunk-HTZCRQ3U.js";
import "./chunk-UGXMMURH.js";
import "./chunk-UXX42OK3.js";
import "./chunk-CZS2PXSE.js";
import "./chunk-G763GOXE.js";
import "./chunk-KR76TPJV.js";
import "./chunk-JQKP4VAC.js";
import "./chunk-SR2FHZCC.js";
import "./chunk-PX34MO2T.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-ZSD4V5DF.js";
import "./chunk-ZUIFAYG5.js";
import "./chunk-6LWDA2XH.js";
import "./chunk-ELQ2SELH.js";
import "./chunk-IVZNOL5O.js";
import "./chunk-YNKOU3TA.js";
import "./chunk-B2VOQPVL.js";
import "./chunk-BLVKCUNK.js";
import "./chunk-BUSS7IBF.js";
import "./chunk-BAT4GPLN.js";
import {
  pathMatcher
} from "./chunk-JIQY2GBS.js";
import "./chunk-6F7OASPA.js";
import "./chunk-JX7256PS.js";
import "./chunk-MHL7UOGO.js";
import "./chunk-T3L56XLQ.js";
import "./chunk-6TMICQGZ.js";
import "./chunk-ITIH2S3L.js";
import "./chunk-WH65JLMK.js";
import "./chunk-BP7YH5IA.js";
import "./chunk-VOBHNZZQ.js";
import "./chunk-QX26DWQ6.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import "./chunk-3QP4H2XG.js";
import "./chunk-GGCEIHBX.js";
import "./chunk-WOCJ3PHM.js";
import "./chunk-NPNODHKJ.js";
import "./chunk-DV7D3JFE.js";
import "./chunk-7GB3NW4C.js";
import "./chunk-DNATSLL5.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-3KUDG6AU.js";
import "./chunk-H7E5KABC.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-CJKLWDHO.js";
import "./chunk-JPERIC3B.js";
import "./chunk-6CWAJ6GY.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-A7RSTFOV.js";
import "./chunk-3V7HRFDH.js";
import "./chunk-ZICT4WCG.js";
import "./chunk-RVTRFKPY.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-Y2JW6ZAN.js";
import "./chunk-2ODDY6BE.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

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
    if (mode.kind === "replay") keepHeapSmall();
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
    const checked = await check(ports, { ...request, settings, notes, work, mode: imported.mode });
    const { show } = await import("./show-SY3WWDGO.js");
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
