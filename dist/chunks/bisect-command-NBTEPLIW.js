import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-3IWYBWCN.js";
import "./chunk-THUHDMLQ.js";
import {
  modelCalled
} from "./chunk-FXBEF3QH.js";
import "./chunk-FVSSU63J.js";
import "./chunk-SA7LYKUL.js";
import "./chunk-OSVSF47P.js";
import "./chunk-J5GYMS7X.js";
import "./chunk-62MT6X5Y.js";
import "./chunk-N2DEFOSI.js";
import "./chunk-I3VVAFPO.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-BWOT4FZX.js";
import "./chunk-KHUPEOCK.js";
import {
  openCommand,
  openReport
} from "./chunk-YYVCFRIY.js";
import "./chunk-3BO4C2BF.js";
import {
  modeOf,
  textOf
} from "./chunk-P33PNVVQ.js";
import "./chunk-FDRKQG2W.js";
import "./chunk-QUDMBABV.js";
import "./chunk-KUOKDNTN.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import {
  check,
  findWork
} from "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-QAKTEOWQ.js";
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
