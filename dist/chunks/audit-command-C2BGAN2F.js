import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-G4U7A2HB.js";
import {
  writeShrink
} from "./chunk-ZXNC6EFW.js";
import "./chunk-EWOYOFKF.js";
import "./chunk-VEV4HG7H.js";
import {
  openCommand,
  openReport
} from "./chunk-P7S26INA.js";
import {
  modeOf,
  placesOf
} from "./chunk-7LLBOVE7.js";
import "./chunk-HDHNNS7B.js";
import {
  writeReport
} from "./chunk-6ZHX6C36.js";
import {
  resultText
} from "./chunk-PGP4XQSS.js";
import {
  exitCodeOf
} from "./chunk-LU2DKLCQ.js";
import "./chunk-PXSNCVPH.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-MEU2IZKU.js";
import "./chunk-NOZUJG5Q.js";
import "./chunk-I4YEOAW5.js";
import "./chunk-2UBQFCXM.js";
import "./chunk-QEMCEV5Z.js";
import "./chunk-HDW7QO5A.js";
import "./chunk-UZUOIVVL.js";
import "./chunk-EGKPV6DK.js";
import "./chunk-7GNTRCD7.js";
import "./chunk-ZIOOADNY.js";
import "./chunk-RKT7KPRD.js";
import "./chunk-CMRPWUYX.js";
import "./chunk-GATZEXGM.js";
import {
  utcDay
} from "./chunk-RBCLCPT3.js";
import "./chunk-XA34GEMA.js";
import "./chunk-65VCMTRE.js";
import "./chunk-U573HUWY.js";
import {
  hostVariable
} from "./chunk-NNW5VEUA.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-MG3O4P5L.js";
import "./chunk-2OLZIXYZ.js";
import "./chunk-3ZAH5GXN.js";
import "./chunk-7BZWKOQR.js";
import "./chunk-OO6UO2EE.js";
import "./chunk-T3L56XLQ.js";
import {
  logText
} from "./chunk-RVTRFKPY.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-U7WEBYU2.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-XOTWT6AN.js";
import "./chunk-GAFRLJQO.js";
import "./chunk-SD2MCWGB.js";
import "./chunk-BLVKCUNK.js";
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
