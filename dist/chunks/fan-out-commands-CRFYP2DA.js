import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fanOutFolder,
  keepHeapSmall,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-7F7HR5QA.js";
import {
  show
} from "./chunk-GZE6VXQJ.js";
import {
  openCommand,
  openReport
} from "./chunk-2KIPEYBV.js";
import {
  placesOf,
  textOf,
  wholeNumber
} from "./chunk-HLBFWSJT.js";
import "./chunk-HZ36XJBI.js";
import "./chunk-V5ZIIBJW.js";
import {
  findWork
} from "./chunk-GO4C535Z.js";
import "./chunk-CSZIQBKX.js";
import "./chunk-CQBXOSY3.js";
import "./chunk-WXLGVXIB.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-KF2CM26I.js";
import "./chunk-VESUE4UJ.js";
import "./chunk-VWDYUV44.js";
import "./chunk-NJYVFXTX.js";
import "./chunk-KNM2RNIF.js";
import "./chunk-HE6MPBR5.js";
import "./chunk-BATYQILO.js";
import "./chunk-XNFXFQWI.js";
import "./chunk-GYM7SQOO.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-TW6MWD2I.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import "./chunk-KRVARZLM.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-6YGDI4PO.js";
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
    process.stdout.write(`${matrixOf(file)}
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
      ports.log.info(`${end.asked.length} answers asked for, ${end.replayed.length} replayed.`);
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
    return await show(call.options, await reportJob(ports, await requestOf(command), { folder, run: null }));
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
  throw new UserError("CONFIG_INVALID", `option \`shards\` is \`${shards}\`.`, "Give 1 to 256.");
}
export {
  joinCommand,
  planCommand,
  shardCommand
};
