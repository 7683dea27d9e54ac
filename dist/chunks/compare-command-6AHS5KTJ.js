import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  modelsToCompare
} from "./chunk-FXBEF3QH.js";
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
import "./chunk-X6HJ4QIY.js";
import {
  check,
  findWork
} from "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
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
    await openReport(command);
    const settings = { ...request.settings, models: [from, to] };
    const { trigger } = request;
    const { agentVersionOf } = ports;
    const of = { trigger, settings, switches: [{ from, to }], agentVersionOf };
    const work = await findWork(ports.repository, of);
    const asked = { ...request, settings: work.settings, work, mode: modeOf(options) };
    const checked = await check(ports, asked);
    const { show } = await import("./show-HCKAOVMZ.js");
    return await show(command, checked);
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
