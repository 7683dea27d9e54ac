import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-3CCTR7HV.js";
import {
  writeShrink
} from "./chunk-XDS4I7IE.js";
import "./chunk-ZQOFQBXP.js";
import "./chunk-TPSV534D.js";
import {
  writeReport
} from "./chunk-UBLCS7WR.js";
import {
  resultText
} from "./chunk-EL7BXGOJ.js";
import "./chunk-VHQBQX3A.js";
import "./chunk-7X4QVAYH.js";
import "./chunk-4NN2F3CX.js";
import "./chunk-N34RRVOJ.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-TDG356LP.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import {
  openCommand,
  openReport
} from "./chunk-3ENE6IS4.js";
import "./chunk-OET4DLQS.js";
import {
  modeOf,
  placesOf
} from "./chunk-MA6BJ5NI.js";
import "./chunk-WYUVOIJL.js";
import "./chunk-MGYZAH3E.js";
import "./chunk-R7IPT7SS.js";
import "./chunk-STJY5XHP.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-7T5XIXLG.js";
import "./chunk-VQME27WP.js";
import "./chunk-RSLIRKMR.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-XO6QZRGS.js";
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
} from "./chunk-VKLKMDYE.js";
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
