import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-7S2RH63K.js";
import {
  writeShrink
} from "./chunk-U6W4AQBW.js";
import "./chunk-BWOOPZJJ.js";
import "./chunk-EPECQPP3.js";
import {
  writeReport
} from "./chunk-SA7LYKUL.js";
import {
  resultText
} from "./chunk-OSVSF47P.js";
import "./chunk-J5GYMS7X.js";
import "./chunk-62MT6X5Y.js";
import "./chunk-N2DEFOSI.js";
import "./chunk-I3VVAFPO.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-BWOT4FZX.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import {
  openCommand,
  openReport
} from "./chunk-YYVCFRIY.js";
import "./chunk-3BO4C2BF.js";
import {
  modeOf,
  placesOf
} from "./chunk-P33PNVVQ.js";
import "./chunk-FDRKQG2W.js";
import "./chunk-VZFF3YV3.js";
import "./chunk-MGSJR5M2.js";
import "./chunk-P6LB3YDL.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-Z5FYRDEC.js";
import "./chunk-QUDMBABV.js";
import "./chunk-KUOKDNTN.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-37CHJOK7.js";
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
} from "./chunk-WSJ3JF5A.js";
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
