import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-FOQJQCVE.js";
import {
  writeShrink
} from "./chunk-Q6JSJSZZ.js";
import "./chunk-DOQ5UEWS.js";
import "./chunk-P7NFRPMP.js";
import {
  writeReport
} from "./chunk-NJPBQWEG.js";
import {
  resultText
} from "./chunk-E2AETUNN.js";
import "./chunk-FF5J5FSI.js";
import "./chunk-RPNTJI7X.js";
import "./chunk-XOGKFJ6O.js";
import "./chunk-MZPKZTUF.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-S7J2EQLA.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import {
  openCommand,
  openReport
} from "./chunk-XI3WFTH4.js";
import "./chunk-TD4OFQUS.js";
import {
  modeOf,
  placesOf
} from "./chunk-5NVPXSYX.js";
import "./chunk-2IRNVNPO.js";
import "./chunk-W5MKSTKJ.js";
import "./chunk-IKUIP7TJ.js";
import "./chunk-YNSA5NMU.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-HWZGAMHX.js";
import "./chunk-SV7HYFBT.js";
import "./chunk-OCPJIFIR.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-IIZLASWD.js";
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
} from "./chunk-NTQAJDCO.js";
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
