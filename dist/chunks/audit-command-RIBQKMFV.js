import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-43K7H6GG.js";
import {
  writeShrink
} from "./chunk-TPTRKVRI.js";
import "./chunk-4L7WFHNC.js";
import "./chunk-CE75LMDM.js";
import {
  writeReport
} from "./chunk-ZSV4O4RU.js";
import {
  resultText
} from "./chunk-ENGCSR73.js";
import "./chunk-KCSOL545.js";
import "./chunk-AL7TFJ43.js";
import "./chunk-JLWKNQBG.js";
import "./chunk-ICZKJB5E.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-LSQB7ZJK.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import {
  openCommand,
  openReport
} from "./chunk-VWSYBE4K.js";
import "./chunk-IBNGZXOX.js";
import {
  modeOf,
  placesOf
} from "./chunk-USEMPM5J.js";
import "./chunk-XUGJQJUX.js";
import "./chunk-UEZSNA76.js";
import "./chunk-M4KBJ562.js";
import "./chunk-KMY7L5LX.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-GPS5PMVI.js";
import "./chunk-SHN6IQON.js";
import "./chunk-OS7OQF2U.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-4DSF3X7L.js";
import "./chunk-AZAGL7SQ.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import {
  logText,
  utcDay
} from "./chunk-VRFD6AQT.js";
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
