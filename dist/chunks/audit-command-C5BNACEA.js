import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-YG2T5GXX.js";
import {
  writeShrink
} from "./chunk-A7UVYY77.js";
import "./chunk-5KRMFSJV.js";
import "./chunk-UHLXGYWI.js";
import {
  writeReport
} from "./chunk-3FJ45CGW.js";
import {
  resultText
} from "./chunk-ZNCY5UMN.js";
import "./chunk-BUQAGR2V.js";
import "./chunk-7YQYDC3D.js";
import "./chunk-D64AZZL3.js";
import "./chunk-VUEQARZD.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-WVO6QA6F.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import {
  openCommand,
  openReport
} from "./chunk-QMKI3HO5.js";
import "./chunk-7CXJIUWK.js";
import {
  modeOf,
  placesOf
} from "./chunk-HXJWCGQX.js";
import "./chunk-TJSCSPHZ.js";
import "./chunk-QYC2LE35.js";
import "./chunk-SW2J5YU2.js";
import "./chunk-US76PYBD.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-G3ET2YVM.js";
import "./chunk-P3JCGNY4.js";
import "./chunk-4OUWRDUI.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-NRQHCHG2.js";
import "./chunk-BY5N46VV.js";
import "./chunk-URDBBB6M.js";
import "./chunk-6AFDCV7Q.js";
import "./chunk-A7AZT5ZH.js";
import "./chunk-LFPDN5PX.js";
import "./chunk-WB3DL7TO.js";
import "./chunk-X6HJ4QIY.js";
import {
  logText,
  utcDay
} from "./chunk-FTRE5VC3.js";
import {
  hostVariable
} from "./chunk-FMJFPCHD.js";
import "./chunk-KRVARZLM.js";
import "./chunk-P6BWDRRG.js";
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
    await openReport(command);
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
