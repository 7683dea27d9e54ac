import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-SLFEBC5S.js";
import "./chunk-3CHJUKYZ.js";
import {
  modelCalled
} from "./chunk-2J6KJIYQ.js";
import "./chunk-3F2KA4R3.js";
import "./chunk-7SQNG4HV.js";
import "./chunk-6MMVP7QF.js";
import "./chunk-OWV77CYY.js";
import "./chunk-BZASJMGE.js";
import "./chunk-UU5KAJ7T.js";
import "./chunk-YTAWJPD7.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-GLF5ROGT.js";
import "./chunk-KHUPEOCK.js";
import {
  openCommand,
  openReport
} from "./chunk-QR4HQRXC.js";
import "./chunk-IN45Z4CT.js";
import {
  modeOf,
  textOf
} from "./chunk-XBA5A2I6.js";
import "./chunk-CMPUC6YS.js";
import "./chunk-B3NA2ASR.js";
import "./chunk-3BNHHGR5.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-URDBBB6M.js";
import "./chunk-6AFDCV7Q.js";
import "./chunk-A7AZT5ZH.js";
import "./chunk-LFPDN5PX.js";
import "./chunk-WB3DL7TO.js";
import "./chunk-X6HJ4QIY.js";
import {
  check,
  findWork
} from "./chunk-KZR5TS5E.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-KRVARZLM.js";
import "./chunk-P6BWDRRG.js";
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
    await openReport(command);
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
