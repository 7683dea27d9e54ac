import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-RGBWKKXA.js";
import {
  writeShrink
} from "./chunk-SOY34ESW.js";
import "./chunk-ZIRLCSQ6.js";
import "./chunk-OHGHTFM2.js";
import {
  writeReport
} from "./chunk-ZMHZ3UE6.js";
import {
  resultText
} from "./chunk-AT4MPXKE.js";
import "./chunk-YZYNXZA3.js";
import "./chunk-R4JL3LIA.js";
import "./chunk-YP6DVJDI.js";
import "./chunk-NSYZML6F.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-GUOZS2CA.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import {
  openCommand,
  openReport
} from "./chunk-5NW2TRQU.js";
import "./chunk-2NUVKEUN.js";
import {
  modeOf,
  placesOf
} from "./chunk-F5HM3SXK.js";
import "./chunk-5FOYGVXF.js";
import "./chunk-HN7FS4DE.js";
import "./chunk-MPGADCRN.js";
import "./chunk-5R2OYVDC.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-ISHNGMSP.js";
import "./chunk-X47CYARK.js";
import "./chunk-WSCS2FLA.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-ANGKYHHX.js";
import "./chunk-C26DV424.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import {
  logText,
  utcDay
} from "./chunk-N2HO5U27.js";
import {
  hostVariable
} from "./chunk-FMJFPCHD.js";
import "./chunk-QAKTEOWQ.js";
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
