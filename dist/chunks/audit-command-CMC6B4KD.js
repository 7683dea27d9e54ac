import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-MH6PGGXG.js";
import {
  writeShrink
} from "./chunk-7Q7G6TAB.js";
import "./chunk-I2BLPC4C.js";
import "./chunk-QSN275GJ.js";
import {
  writeReport
} from "./chunk-4R4HJXXQ.js";
import {
  resultText
} from "./chunk-MTZH2DUV.js";
import "./chunk-UCKIQUHL.js";
import "./chunk-AWBWDU2H.js";
import "./chunk-X4AMMCA5.js";
import "./chunk-SS3R5DQI.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-EYTAVUBC.js";
import {
  exitCodeOf
} from "./chunk-KHUPEOCK.js";
import {
  openCommand,
  openReport
} from "./chunk-MG63RKZ7.js";
import "./chunk-GNT3J26X.js";
import {
  modeOf,
  placesOf
} from "./chunk-YCCJNEQA.js";
import "./chunk-CF4PZ6OA.js";
import "./chunk-PO5EE57O.js";
import "./chunk-PGHRPMYR.js";
import "./chunk-C3VUYX3D.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-5QGF4BTX.js";
import "./chunk-ILP2H2QP.js";
import "./chunk-SFMUDRBN.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-XEV36KH2.js";
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
} from "./chunk-J7YXO67X.js";
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
