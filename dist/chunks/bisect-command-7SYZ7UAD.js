import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  modelCalled
} from "./chunk-5NISAAMX.js";
import {
  show
} from "./chunk-KPRVLRAI.js";
import "./chunk-WTZWQRIR.js";
import {
  openCommand,
  openReport
} from "./chunk-CW4NTNXM.js";
import {
  modeOf,
  textOf
} from "./chunk-ZOAB6EDL.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-MNBIE5LZ.js";
import "./chunk-5Z7V3Y6J.js";
import "./chunk-SB5F4ATV.js";
import "./chunk-ORABFEFN.js";
import "./chunk-SLUAVTL4.js";
import "./chunk-Y7HCLFWI.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-VF3QBBQ2.js";
import {
  check,
  findWork
} from "./chunk-ELPA7GFD.js";
import "./chunk-C4XTJV36.js";
import "./chunk-IPFQTRPZ.js";
import "./chunk-RIUM4UMI.js";
import "./chunk-SKT76OIG.js";
import "./chunk-6O6L5V5O.js";
import "./chunk-B2LEGMZX.js";
import "./chunk-H3D7WG7A.js";
import "./chunk-L3VD4E4D.js";
import "./chunk-FKPVD4LW.js";
import "./chunk-BOMSCKQE.js";
import "./chunk-LHJZ3TNV.js";
import "./chunk-T2RPMLP2.js";
import "./chunk-Q42KYLGV.js";
import "./chunk-IXPGHKS6.js";
import "./chunk-2CKKIL3Y.js";
import "./chunk-RT5TOPAJ.js";
import "./chunk-HOS52EQB.js";
import "./chunk-Y2HFNBLV.js";
import "./chunk-64RKU2FI.js";
import "./chunk-3KY7A7BY.js";
import "./chunk-IIQOEHDQ.js";
import "./chunk-7BZWKOQR.js";
import "./chunk-Z4KWUEOG.js";
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

// src/entry/commands/bisect-command.ts
async function bisectCommand(call) {
  var _stack = [];
  try {
    const { options } = call;
    const command = __using(_stack, await openCommand(call), true);
    const { ports, request, print } = command;
    const model = modelCalled(textOf(options, "model") ?? "", request.settings.models);
    await openReport(options);
    const { budget } = request.settings;
    const searching = { bisect: "on-regression", budget: { ...budget, why: 1 } };
    const settings = { ...request.settings, models: [model], ...searching };
    const work = await findWork(ports.repository, { trigger: request.trigger, settings });
    const checked = await check(ports, { ...request, settings, work, mode: modeOf(options) });
    const code = await show(command, checked);
    const nothing = nothingToFind(checked.summary, model.id);
    if (nothing !== null && options["json"] === true) ports.log.info(nothing);
    else if (nothing !== null) print(`${nothing}
`);
    return code;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function nothingToFind({ verdicts, planned, skipReason }, model) {
  if (planned !== void 0 || skipReason !== null) return null;
  const isRegressed = verdicts.some(({ verdict }) => verdict === "regressed");
  return isRegressed ? null : `No spec regressed on ${model}, so there are no words to look for.`;
}
export {
  bisectCommand
};
