import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fanOutFolder,
  keepHeapSmall,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-FX2XUDDM.js";
import {
  show
} from "./chunk-B4B4Y7RM.js";
import {
  openCommand,
  openReport
} from "./chunk-QAXYWX53.js";
import {
  placesOf,
  textOf,
  wholeNumber
} from "./chunk-6K4WAA2X.js";
import "./chunk-5O7CF7JL.js";
import "./chunk-3QRASSGK.js";
import "./chunk-GI6IFORT.js";
import "./chunk-FPUCJU3M.js";
import {
  findWork
} from "./chunk-ZNFDVEG7.js";
import "./chunk-DJ7WLYN3.js";
import "./chunk-NFYO7LC4.js";
import "./chunk-ZWACR3RI.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-C2MDLR3U.js";
import "./chunk-Y6LCGCU4.js";
import "./chunk-QJYARLB2.js";
import "./chunk-4OI2TZFH.js";
import "./chunk-J5HCFUQP.js";
import "./chunk-GQ3BWJJJ.js";
import "./chunk-JMQWRBEZ.js";
import "./chunk-FXA5CVO3.js";
import "./chunk-5S4NIBJQ.js";
import "./chunk-5C635QGD.js";
import "./chunk-NHTI3PY5.js";
import "./chunk-TW6MWD2I.js";
import "./chunk-QX26DWQ6.js";
import {
  UserError
} from "./chunk-5LJOY3JM.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-6BKZBIF2.js";
import "./chunk-RBSZ6YLW.js";
import "./chunk-X4C4SPPY.js";
import {
  __callDispose,
  __using
} from "./chunk-TZXIYNRP.js";

// src/entry/commands/fan-out-commands.ts
import { resolve } from "node:path";
async function planCommand(call) {
  var _stack = [];
  try {
    const command = __using(_stack, await openCommand(call), true);
    const { ports } = command;
    const wanted = shardsWanted(call.options);
    await openReport(call.options, ports);
    const folder = folderOf(call.options, ports);
    const file = await planJob(ports, await requestOf(command), { folder, wanted });
    command.print(`${matrixOf(file)}
`);
    return 0;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function shardCommand(call, id) {
  var _stack = [];
  try {
    const command = __using(_stack, await openCommand(call), true);
    const { ports } = command;
    await openReport(call.options, ports);
    const folder = folderOf(call.options, ports);
    const end = await shardJob(ports, await requestOf(command), { folder, id });
    if (end.kind === "finished")
      ports.log.info(`${end.asked.length} answers came from models, ${end.replayed.length} from records.`);
    return 0;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function joinCommand(call) {
  var _stack = [];
  try {
    const command = __using(_stack, await openCommand(call), true);
    const { ports } = command;
    await openReport(call.options, ports);
    keepHeapSmall();
    const folder = folderOf(call.options, ports);
    return await show(command, await reportJob(ports, await requestOf(command), { folder, run: null }));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function requestOf({ ports, request }) {
  const work = await findWork(ports.repository, request);
  return { ...request, work, mode: { kind: "measure" } };
}
function folderOf(options, ports) {
  const { report, records } = placesOf(options);
  const folder = textOf(options, "fanOut");
  return fanOutFolder(folder === null ? resolve(report, "fan-out") : resolve(folder), {
    directory: records,
    store: ports.records
  });
}
function shardsWanted(options) {
  if (textOf(options, "shards") === null) return null;
  const shards = wholeNumber(options, "shards", 0);
  if (shards >= 1 && shards <= 256) return shards;
  throw new UserError(
    "CONFIG_INVALID",
    `option \`shards\` is \`${shards}\`.`,
    "Give a number from 1 to 256."
  );
}
export {
  joinCommand,
  planCommand,
  shardCommand
};
