import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-C5Z5BTAP.js";
import "./chunk-CIUZ7XIX.js";
import {
  modelCalled
} from "./chunk-ZFVK6R7J.js";
import "./chunk-KUKWW4VE.js";
import "./chunk-XHD76K5J.js";
import "./chunk-4IXD43WJ.js";
import "./chunk-B2BVBHUV.js";
import "./chunk-R2SU23CQ.js";
import "./chunk-3H7OZV74.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-P3YVQQB7.js";
import "./chunk-QOPY6L7X.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-KHUPEOCK.js";
import "./chunk-RQROVOIW.js";
import {
  openCommand,
  openReport
} from "./chunk-42HDIPFS.js";
import "./chunk-AZF5P6P2.js";
import {
  modeOf,
  textOf
} from "./chunk-YK2ECGN7.js";
import "./chunk-L67F2DRG.js";
import {
  findWork
} from "./chunk-FM5FA5F7.js";
import "./chunk-HRTYNWXB.js";
import "./chunk-DXKT74ZL.js";
import "./chunk-3LXODE2P.js";
import {
  check
} from "./chunk-JMBBNIQQ.js";
import "./chunk-3X6NL2SD.js";
import "./chunk-X7WZ4LW3.js";
import "./chunk-QSBGFYAR.js";
import "./chunk-HY2DO5KP.js";
import "./chunk-WLHQGPMY.js";
import "./chunk-FMC5PRWF.js";
import "./chunk-VLYTUW5B.js";
import "./chunk-7427WVDO.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-XGO2RLFH.js";
import "./chunk-QT7ARZC2.js";
import "./chunk-AR6R6OI5.js";
import "./chunk-WXCDMTBJ.js";
import "./chunk-QJ2FTIBY.js";
import "./chunk-CYHJZNGT.js";
import "./chunk-HTZCRQ3U.js";
import "./chunk-UGXMMURH.js";
import "./chunk-UXX42OK3.js";
import "./chunk-CZS2PXSE.js";
import "./chunk-G763GOXE.js";
import "./chunk-KR76TPJV.js";
import "./chunk-JQKP4VAC.js";
import "./chunk-SR2FHZCC.js";
import "./chunk-PX34MO2T.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-ZSD4V5DF.js";
import "./chunk-ZUIFAYG5.js";
import "./chunk-6LWDA2XH.js";
import "./chunk-ELQ2SELH.js";
import "./chunk-IVZNOL5O.js";
import "./chunk-YNKOU3TA.js";
import "./chunk-B2VOQPVL.js";
import "./chunk-BLVKCUNK.js";
import "./chunk-BUSS7IBF.js";
import "./chunk-BAT4GPLN.js";
import "./chunk-JIQY2GBS.js";
import "./chunk-6F7OASPA.js";
import "./chunk-JX7256PS.js";
import "./chunk-MHL7UOGO.js";
import "./chunk-T3L56XLQ.js";
import "./chunk-6TMICQGZ.js";
import "./chunk-ITIH2S3L.js";
import "./chunk-WH65JLMK.js";
import "./chunk-BP7YH5IA.js";
import "./chunk-VOBHNZZQ.js";
import "./chunk-QX26DWQ6.js";
import "./chunk-SULUFCEC.js";
import "./chunk-3QP4H2XG.js";
import "./chunk-GGCEIHBX.js";
import "./chunk-WOCJ3PHM.js";
import "./chunk-NPNODHKJ.js";
import "./chunk-DV7D3JFE.js";
import "./chunk-7GB3NW4C.js";
import "./chunk-DNATSLL5.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-3KUDG6AU.js";
import "./chunk-H7E5KABC.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-CJKLWDHO.js";
import "./chunk-JPERIC3B.js";
import "./chunk-6CWAJ6GY.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-KRVARZLM.js";
import "./chunk-A7RSTFOV.js";
import "./chunk-HMA4YBNO.js";
import "./chunk-6NTM2SGB.js";
import "./chunk-7FKCKO5Y.js";
import "./chunk-3V7HRFDH.js";
import "./chunk-ZICT4WCG.js";
import "./chunk-RVTRFKPY.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-Y2JW6ZAN.js";
import "./chunk-XJQEQL4E.js";
import "./chunk-A6QV6Q5Z.js";
import "./chunk-2ODDY6BE.js";
import "./chunk-WXLBPRLK.js";
import "./chunk-Q7I5HJIT.js";
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
