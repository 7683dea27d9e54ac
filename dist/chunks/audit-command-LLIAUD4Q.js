import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-CKYMS2RH.js";
import {
  writeShrink
} from "./chunk-SW632YUR.js";
import "./chunk-WNKYPIAW.js";
import "./chunk-SDHKTRCD.js";
import {
  openCommand,
  openReport
} from "./chunk-M7BXPMCZ.js";
import {
  modeOf,
  placesOf
} from "./chunk-R55FTJDZ.js";
import "./chunk-HDHNNS7B.js";
import {
  writeReport
} from "./chunk-5QRO6B37.js";
import {
  resultText
} from "./chunk-5M6X7JXP.js";
import {
  exitCodeOf
} from "./chunk-AI6H6WKZ.js";
import "./chunk-BQU3VWNC.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-JRVEZE6K.js";
import "./chunk-RZP4APX3.js";
import "./chunk-BX47GUBX.js";
import "./chunk-TDSJQJKG.js";
import "./chunk-HQ6GXW7B.js";
import "./chunk-YUACRBE3.js";
import "./chunk-VKSZEWLQ.js";
import "./chunk-6JKRU7R7.js";
import "./chunk-6IRAQFEP.js";
import "./chunk-4GH3ECKW.js";
import "./chunk-MJSTANXL.js";
import "./chunk-O66BNJCH.js";
import "./chunk-JFUDIG5K.js";
import {
  utcDay
} from "./chunk-T5WW63CB.js";
import "./chunk-FXFM6UNO.js";
import "./chunk-EEKQTDVG.js";
import "./chunk-U573HUWY.js";
import {
  hostVariable
} from "./chunk-NNW5VEUA.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-FCQXIW4J.js";
import "./chunk-62IWEPJF.js";
import "./chunk-7GORSITD.js";
import "./chunk-7BZWKOQR.js";
import "./chunk-JC46I57K.js";
import "./chunk-T3L56XLQ.js";
import {
  logText
} from "./chunk-RVTRFKPY.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-V5O3EYGN.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-4C2UWCN6.js";
import "./chunk-GAFRLJQO.js";
import "./chunk-SD2MCWGB.js";
import "./chunk-BLVKCUNK.js";
import "./chunk-QX26DWQ6.js";
import "./chunk-SULUFCEC.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-KRVARZLM.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-3PQERWFJ.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/commands/audit-command.ts
async function auditCommand(call) {
  var _stack = [];
  try {
    const { options } = call;
    const command = __using(_stack, await openCommand(call), true);
    const { ports, request } = command;
    await openReport(options);
    const trigger = { kind: "audit", head: request.trigger.head };
    const night = await openNight(
      ports,
      { ...request, trigger, mode: modeOf(options) },
      { night: utcDay(request.startedAt), history: null, lifecycleOf: lifecycles(hostVariable) }
    );
    const audited = await audit(ports, night);
    command.print(options["json"] === true ? resultText(audited.summary) : logText(renderAudit(audited)));
    const directory = placesOf(options).report;
    await writeReport(audited.summary, { directory, extra: null });
    if (audited.shrink !== void 0) await writeShrink(audited.shrink, directory);
    return exitCodeOf(audited.summary);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
export {
  auditCommand
};
