import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  modelCalled
} from "./chunk-ULN3P2SY.js";
import {
  show
} from "./chunk-UWQ5CS2J.js";
import "./chunk-PPZHAQEI.js";
import {
  openCommand,
  openReport
} from "./chunk-AX2RMTV3.js";
import {
  modeOf,
  textOf
} from "./chunk-3ZUBQAH2.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-CSV55APA.js";
import "./chunk-4323RQO3.js";
import {
  check,
  findWork
} from "./chunk-QP3SNXVL.js";
import "./chunk-FHB7DUNQ.js";
import "./chunk-YMAZG3PC.js";
import "./chunk-JGPMMKN2.js";
import "./chunk-3LXODE2P.js";
import "./chunk-EPSQNEWR.js";
import "./chunk-MK5IFNSK.js";
import "./chunk-PLLJ4DRJ.js";
import "./chunk-CEO2QKFO.js";
import "./chunk-BJNLZA3B.js";
import "./chunk-LM3P2XXA.js";
import "./chunk-Q6T5YY5K.js";
import "./chunk-3OOTYMV4.js";
import "./chunk-7PC7AUOA.js";
import "./chunk-3Z4XQLLN.js";
import "./chunk-BP7C7KWG.js";
import "./chunk-NJCM52RN.js";
import "./chunk-FKVLOH4F.js";
import "./chunk-6F7OASPA.js";
import "./chunk-YGAXN3UQ.js";
import "./chunk-R5F4Q2QF.js";
import "./chunk-6CWAJ6GY.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-66JJLLP5.js";
import "./chunk-SHRXANNT.js";
import "./chunk-T3L56XLQ.js";
import "./chunk-KNMHA2RP.js";
import "./chunk-3UA4XKQQ.js";
import "./chunk-O2FIJKBD.js";
import "./chunk-P2P2WVOM.js";
import "./chunk-AFFMP5ZP.js";
import "./chunk-WH65JLMK.js";
import "./chunk-X4I77YKT.js";
import "./chunk-OGV2HSYU.js";
import "./chunk-GZY2JBHJ.js";
import "./chunk-4A6XRLDF.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-ZVDP66US.js";
import "./chunk-CBC67UB4.js";
import "./chunk-7IHUFODW.js";
import "./chunk-LBPJZCDF.js";
import "./chunk-7BZWKOQR.js";
import "./chunk-PR2WU2MP.js";
import "./chunk-PKHYIDDD.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-HWESQXZ2.js";
import "./chunk-GAFRLJQO.js";
import "./chunk-PSOCJK5S.js";
import "./chunk-BLVKCUNK.js";
import "./chunk-QX26DWQ6.js";
import "./chunk-SULUFCEC.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-KRVARZLM.js";
import "./chunk-A7RSTFOV.js";
import "./chunk-SO2N2CNT.js";
import "./chunk-6NTM2SGB.js";
import "./chunk-3BHUGO3C.js";
import "./chunk-QUXYIG33.js";
import "./chunk-VGOE2UIS.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-K4PPAGNS.js";
import "./chunk-EQ7ANNIY.js";
import "./chunk-RVTRFKPY.js";
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
