import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  audit,
  lifecycles,
  openNight,
  renderAudit
} from "./chunk-IH2LRRZV.js";
import {
  writeShrink
} from "./chunk-WQR5PAFS.js";
import "./chunk-HSGVZBWD.js";
import "./chunk-WOKVAYQI.js";
import {
  openCommand,
  openReport
} from "./chunk-CW4NTNXM.js";
import {
  modeOf,
  placesOf
} from "./chunk-ZOAB6EDL.js";
import "./chunk-HDHNNS7B.js";
import {
  writeReport
} from "./chunk-SB5F4ATV.js";
import {
  resultText
} from "./chunk-ORABFEFN.js";
import {
  exitCodeOf
} from "./chunk-SLUAVTL4.js";
import "./chunk-Y7HCLFWI.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-VF3QBBQ2.js";
import "./chunk-IPFQTRPZ.js";
import "./chunk-RIUM4UMI.js";
import "./chunk-SKT76OIG.js";
import "./chunk-6O6L5V5O.js";
import "./chunk-B2LEGMZX.js";
import "./chunk-H3D7WG7A.js";
import "./chunk-L3VD4E4D.js";
import "./chunk-BOMSCKQE.js";
import "./chunk-LHJZ3TNV.js";
import "./chunk-T2RPMLP2.js";
import "./chunk-Q42KYLGV.js";
import "./chunk-IXPGHKS6.js";
import {
  utcDay
} from "./chunk-2CKKIL3Y.js";
import {
  hostVariable
} from "./chunk-RT5TOPAJ.js";
import "./chunk-HOS52EQB.js";
import "./chunk-Y2HFNBLV.js";
import "./chunk-64RKU2FI.js";
import "./chunk-3KY7A7BY.js";
import "./chunk-IIQOEHDQ.js";
import "./chunk-7BZWKOQR.js";
import {
  logText
} from "./chunk-Z4KWUEOG.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-ZF2CRVBW.js";
import "./chunk-W4O5ATHL.js";
import "./chunk-GAFRLJQO.js";
import "./chunk-DMOH4KPQ.js";
import "./chunk-NAHOFGQS.js";
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
