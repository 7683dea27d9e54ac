import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-2MOFKMFO.js";
import "./chunk-YCBCOEOZ.js";
import {
  openCommand,
  openReport
} from "./chunk-QPR6FBFZ.js";
import {
  modeOf,
  placesOf
} from "./chunk-YKPPME6M.js";
import {
  exitCodeOf
} from "./chunk-AEKR6KNG.js";
import "./chunk-HPXS426G.js";
import {
  writeReport
} from "./chunk-CYYRITHR.js";
import "./chunk-KEJX5IZE.js";
import {
  resultText
} from "./chunk-PVAYPFDO.js";
import {
  utcDay
} from "./chunk-GKAYRIKL.js";
import "./chunk-WDJ4H2E6.js";
import "./chunk-TTKZ2G65.js";
import "./chunk-TBFYLHRO.js";
import {
  logText
} from "./chunk-LB4JAMUB.js";
import "./chunk-RRH7ZQMW.js";
import {
  hostVariable
} from "./chunk-3OZ45VNQ.js";
import "./chunk-O3IM6JGH.js";
import "./chunk-VXA2575E.js";
import "./chunk-TW6MWD2I.js";
import "./chunk-5LJOY3JM.js";
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
