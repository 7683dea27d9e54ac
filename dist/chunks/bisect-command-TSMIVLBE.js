import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  modelCalled
} from "./chunk-LNIUC4MQ.js";
import {
  show
} from "./chunk-ZJP3YX72.js";
import "./chunk-WMZFHY47.js";
import {
  openCommand,
  openReport
} from "./chunk-M7BXPMCZ.js";
import {
  modeOf,
  textOf
} from "./chunk-R55FTJDZ.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-Z3HFLQAC.js";
import "./chunk-PX6SO57U.js";
import "./chunk-5QRO6B37.js";
import "./chunk-5M6X7JXP.js";
import "./chunk-2PZ4MKN5.js";
import "./chunk-AI6H6WKZ.js";
import "./chunk-BQU3VWNC.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-JRVEZE6K.js";
import {
  check,
  findWork
} from "./chunk-OZ5TLKLZ.js";
import "./chunk-XVVHNLXF.js";
import "./chunk-RZP4APX3.js";
import "./chunk-BX47GUBX.js";
import "./chunk-TDSJQJKG.js";
import "./chunk-HQ6GXW7B.js";
import "./chunk-YUACRBE3.js";
import "./chunk-VKSZEWLQ.js";
import "./chunk-6JKRU7R7.js";
import "./chunk-WHEDQ3CQ.js";
import "./chunk-6IRAQFEP.js";
import "./chunk-4GH3ECKW.js";
import "./chunk-MJSTANXL.js";
import "./chunk-O66BNJCH.js";
import "./chunk-JFUDIG5K.js";
import "./chunk-T5WW63CB.js";
import "./chunk-FXFM6UNO.js";
import "./chunk-EEKQTDVG.js";
import "./chunk-U573HUWY.js";
import "./chunk-NNW5VEUA.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-FCQXIW4J.js";
import "./chunk-62IWEPJF.js";
import "./chunk-7GORSITD.js";
import "./chunk-7BZWKOQR.js";
import "./chunk-JC46I57K.js";
import "./chunk-T3L56XLQ.js";
import "./chunk-RVTRFKPY.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-V5O3EYGN.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-4C2UWCN6.js";
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
