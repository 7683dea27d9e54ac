import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  modelCalled
} from "./chunk-JIPFDFD6.js";
import {
  show
} from "./chunk-EC7IS4JA.js";
import "./chunk-ZF3J5GHM.js";
import {
  openCommand,
  openReport
} from "./chunk-P7S26INA.js";
import {
  modeOf,
  textOf
} from "./chunk-7LLBOVE7.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-CQAXVL2E.js";
import "./chunk-7VH6TDYB.js";
import "./chunk-6ZHX6C36.js";
import "./chunk-PGP4XQSS.js";
import "./chunk-ZOYPKQ2B.js";
import "./chunk-LU2DKLCQ.js";
import "./chunk-PXSNCVPH.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-MEU2IZKU.js";
import {
  check,
  findWork
} from "./chunk-2OT7HWWI.js";
import "./chunk-JALJVFD7.js";
import "./chunk-NOZUJG5Q.js";
import "./chunk-I4YEOAW5.js";
import "./chunk-2UBQFCXM.js";
import "./chunk-QEMCEV5Z.js";
import "./chunk-HDW7QO5A.js";
import "./chunk-UZUOIVVL.js";
import "./chunk-EGKPV6DK.js";
import "./chunk-W3HZG3AN.js";
import "./chunk-7GNTRCD7.js";
import "./chunk-ZIOOADNY.js";
import "./chunk-RKT7KPRD.js";
import "./chunk-CMRPWUYX.js";
import "./chunk-GATZEXGM.js";
import "./chunk-RBCLCPT3.js";
import "./chunk-XA34GEMA.js";
import "./chunk-65VCMTRE.js";
import "./chunk-U573HUWY.js";
import "./chunk-NNW5VEUA.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-MG3O4P5L.js";
import "./chunk-2OLZIXYZ.js";
import "./chunk-3ZAH5GXN.js";
import "./chunk-7BZWKOQR.js";
import "./chunk-OO6UO2EE.js";
import "./chunk-T3L56XLQ.js";
import "./chunk-RVTRFKPY.js";
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
    const { agentVersionOf } = ports;
    const work = await findWork(ports.repository, { trigger: request.trigger, settings, agentVersionOf });
    const checked = await check(ports, {
      ...request,
      settings: work.settings,
      work,
      mode: modeOf(options)
    });
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
