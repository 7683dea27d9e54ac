import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-CF5MAPR6.js";
import "./chunk-U52LZZYK.js";
import {
  openCommand,
  openReport
} from "./chunk-2KIPEYBV.js";
import {
  modeOf,
  placesOf
} from "./chunk-HLBFWSJT.js";
import {
  exitCodeOf
} from "./chunk-HZ36XJBI.js";
import "./chunk-V5ZIIBJW.js";
import {
  writeReport
} from "./chunk-CQBXOSY3.js";
import "./chunk-WXLGVXIB.js";
import {
  resultText
} from "./chunk-KF2CM26I.js";
import {
  utcDay
} from "./chunk-VESUE4UJ.js";
import "./chunk-NJYVFXTX.js";
import "./chunk-KNM2RNIF.js";
import "./chunk-HE6MPBR5.js";
import {
  logText
} from "./chunk-BATYQILO.js";
import "./chunk-XNFXFQWI.js";
import {
  hostVariable
} from "./chunk-GYM7SQOO.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-TW6MWD2I.js";
import "./chunk-SULUFCEC.js";
import "./chunk-KRVARZLM.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-6YGDI4PO.js";
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
    await writeReport(audited.summary, { directory: placesOf(options).report, extra: null });
    process.stdout.write(
      options["json"] === true ? resultText(audited.summary) : logText(renderAudit(audited))
    );
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
