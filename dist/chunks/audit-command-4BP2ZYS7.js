import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-K6VAMY2U.js";
import {
  writeShrink
} from "./chunk-RAM7MDCS.js";
import "./chunk-AJD5DOBU.js";
import "./chunk-3LNRLA7L.js";
import {
  writeReport
} from "./chunk-7SQNG4HV.js";
import {
  resultText
} from "./chunk-6MMVP7QF.js";
import "./chunk-OWV77CYY.js";
import "./chunk-BZASJMGE.js";
import "./chunk-UU5KAJ7T.js";
import "./chunk-YTAWJPD7.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-GLF5ROGT.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import {
  openCommand,
  openReport
} from "./chunk-QR4HQRXC.js";
import "./chunk-IN45Z4CT.js";
import {
  modeOf,
  placesOf
} from "./chunk-XBA5A2I6.js";
import "./chunk-CMPUC6YS.js";
import "./chunk-UQMYXL4J.js";
import "./chunk-KJXPSN6G.js";
import "./chunk-K3KIKXSD.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-CJZHJ5J6.js";
import "./chunk-B3NA2ASR.js";
import "./chunk-3BNHHGR5.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-WN6ARJTN.js";
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
} from "./chunk-KZR5TS5E.js";
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
