import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  modelsToCompare
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

// src/entry/commands/compare-command.ts
async function compareCommand(call) {
  var _stack = [];
  try {
    const { options } = call;
    const command = __using(_stack, await openCommand(call), true);
    const { ports, request } = command;
    const ids = { from: textOf(options, "from") ?? "", to: textOf(options, "to") ?? "" };
    const { from, to } = modelsToCompare(ids, request.settings.models);
    await openReport(options);
    const settings = { ...request.settings, models: [from, to] };
    const { trigger } = request;
    const { agentVersionOf } = ports;
    const of = { trigger, settings, switches: [{ from, to }], agentVersionOf };
    const work = await findWork(ports.repository, of);
    const checked = { ...request, settings: work.settings, work, mode: modeOf(options) };
    return await show(command, await check(ports, checked));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
export {
  compareCommand
};
