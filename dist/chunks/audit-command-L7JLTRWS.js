import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-BDFXY7FU.js";
import "./chunk-OROOEJWO.js";
import {
  openCommand,
  openReport
} from "./chunk-CY2GZNJJ.js";
import "./chunk-BDDHZGXG.js";
import {
  modeOf,
  placesOf
} from "./chunk-N5EW5N2E.js";
import "./chunk-HDHNNS7B.js";
import {
  writeReport
} from "./chunk-46XYSPZS.js";
import {
  resultText
} from "./chunk-SARN7CAP.js";
import {
  exitCodeOf
} from "./chunk-BJJNW6M7.js";
import "./chunk-LGPFFQEZ.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-INSVNZ5P.js";
import "./chunk-FPUCJU3M.js";
import "./chunk-IHXVGXS5.js";
import "./chunk-S3BDE3HI.js";
import "./chunk-PG7WJFQ4.js";
import "./chunk-EDWNPP34.js";
import "./chunk-TJQF3RFK.js";
import "./chunk-TDY6UDIM.js";
import "./chunk-WKIKZABW.js";
import "./chunk-FJM64KIK.js";
import {
  utcDay
} from "./chunk-YWP7CK7B.js";
import {
  hostVariable
} from "./chunk-7JHDGLRR.js";
import "./chunk-7UZZQ5SR.js";
import "./chunk-UWXH4M6R.js";
import "./chunk-Y2HFNBLV.js";
import "./chunk-EVH6VEQA.js";
import {
  logText
} from "./chunk-RW5SHKCQ.js";
import "./chunk-TH5BZSTX.js";
import "./chunk-EKUBYSXE.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-MU3S33KD.js";
import "./chunk-GAFRLJQO.js";
import "./chunk-DMOH4KPQ.js";
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
    await writeReport(audited.summary, { directory: placesOf(options).report, extra: null });
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
