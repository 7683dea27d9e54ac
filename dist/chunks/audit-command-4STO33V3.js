import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-YJGGSF3B.js";
import "./chunk-GGSYYDKX.js";
import {
  openCommand,
  openReport
} from "./chunk-YGZVBP66.js";
import "./chunk-WCF7XES5.js";
import "./chunk-FPUCJU3M.js";
import {
  writeReport
} from "./chunk-GIO25QNV.js";
import "./chunk-LLVB6D7K.js";
import {
  resultText
} from "./chunk-QFDAU2KM.js";
import {
  utcDay
} from "./chunk-RFFIZIPQ.js";
import {
  exitCodeOf
} from "./chunk-VQ6F5UGK.js";
import "./chunk-EVPN52UL.js";
import "./chunk-II2UII7V.js";
import {
  logText
} from "./chunk-QXAAWC6M.js";
import {
  modeOf,
  placesOf
} from "./chunk-6IMY6GDH.js";
import "./chunk-FXA5CVO3.js";
import {
  hostVariable
} from "./chunk-KZ5AD3JK.js";
import "./chunk-O3IM6JGH.js";
import "./chunk-VXA2575E.js";
import "./chunk-TW6MWD2I.js";
import "./chunk-QX26DWQ6.js";
import "./chunk-5LJOY3JM.js";
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
    await openReport(options, ports);
    const trigger = { kind: "audit", head: request.trigger.head };
    const night = await openNight(
      ports,
      { ...request, trigger, mode: modeOf(options) },
      { night: utcDay(request.startedAt), history: null, lifecycleOf: lifecycles(hostVariable) }
    );
    const audited = await audit(ports, night);
    command.print(options["json"] === true ? resultText(audited.summary) : logText(renderAudit(audited)));
    await writeReport(audited.summary, { directory: placesOf(options).report, extra: null });
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
