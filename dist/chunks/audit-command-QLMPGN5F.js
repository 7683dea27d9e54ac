import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-OJ5DDYFW.js";
import "./chunk-CLTM2Q73.js";
import {
  openCommand,
  openReport
} from "./chunk-4YN7D2OA.js";
import "./chunk-UE2ZDIGW.js";
import {
  modeOf,
  placesOf
} from "./chunk-RZMYW46V.js";
import "./chunk-QGLC3NYM.js";
import "./chunk-FXA5CVO3.js";
import {
  writeReport
} from "./chunk-NRSEOSNG.js";
import {
  resultText
} from "./chunk-5QR2JYL4.js";
import {
  exitCodeOf
} from "./chunk-3D3TGECY.js";
import "./chunk-QQWO63J7.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-FPUCJU3M.js";
import "./chunk-6E5KQXPH.js";
import "./chunk-KDQGDI5A.js";
import "./chunk-HX4LHGFV.js";
import "./chunk-WPEJBQSQ.js";
import "./chunk-KBETWHL5.js";
import "./chunk-ZL6RG2C7.js";
import "./chunk-FUZ4L4XB.js";
import {
  utcDay
} from "./chunk-HGTELZ3E.js";
import {
  hostVariable
} from "./chunk-6QLLVEX6.js";
import "./chunk-7UZZQ5SR.js";
import "./chunk-KNCWSQRP.js";
import "./chunk-Y2HFNBLV.js";
import "./chunk-XFDN5KFR.js";
import {
  logText
} from "./chunk-EJDUAURA.js";
import "./chunk-TH5BZSTX.js";
import "./chunk-5GJ2XYCO.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-HT3GBCEW.js";
import "./chunk-QFMDIEJM.js";
import "./chunk-QX26DWQ6.js";
import "./chunk-5LJOY3JM.js";
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
