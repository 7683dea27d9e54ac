import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-TPV7PFNI.js";
import "./chunk-G3EBSOPH.js";
import {
  openCommand,
  openReport
} from "./chunk-QAXYWX53.js";
import {
  modeOf,
  placesOf
} from "./chunk-6K4WAA2X.js";
import {
  exitCodeOf
} from "./chunk-5O7CF7JL.js";
import "./chunk-3QRASSGK.js";
import "./chunk-FPUCJU3M.js";
import {
  writeReport
} from "./chunk-NFYO7LC4.js";
import "./chunk-ZWACR3RI.js";
import {
  resultText
} from "./chunk-C2MDLR3U.js";
import {
  utcDay
} from "./chunk-Y6LCGCU4.js";
import "./chunk-4OI2TZFH.js";
import "./chunk-J5HCFUQP.js";
import "./chunk-GQ3BWJJJ.js";
import {
  logText
} from "./chunk-JMQWRBEZ.js";
import "./chunk-FXA5CVO3.js";
import {
  hostVariable
} from "./chunk-5S4NIBJQ.js";
import "./chunk-5C635QGD.js";
import "./chunk-NHTI3PY5.js";
import "./chunk-TW6MWD2I.js";
import "./chunk-QX26DWQ6.js";
import "./chunk-5LJOY3JM.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-6BKZBIF2.js";
import "./chunk-RBSZ6YLW.js";
import "./chunk-X4C4SPPY.js";
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
    await openReport(options, ports);
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
