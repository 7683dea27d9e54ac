import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fanOutFolder,
  keepHeapSmall,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-LVNUKWUD.js";
import "./chunk-3TVSXYCD.js";
import {
  show
} from "./chunk-X5YBZWPW.js";
import "./chunk-F22JGRD6.js";
import {
  openCommand,
  openReport
} from "./chunk-CY2GZNJJ.js";
import "./chunk-BDDHZGXG.js";
import {
  placesOf,
  textOf,
  wholeNumber
} from "./chunk-N5EW5N2E.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-2GLVB4IJ.js";
import "./chunk-3AHVMEBP.js";
import "./chunk-3AZQF6PG.js";
import "./chunk-GQYPDJC6.js";
import "./chunk-46XYSPZS.js";
import "./chunk-SARN7CAP.js";
import "./chunk-N4IEQMLK.js";
import "./chunk-6R2OEH6Q.js";
import "./chunk-BJJNW6M7.js";
import "./chunk-LGPFFQEZ.js";
import "./chunk-IF5ZEEKF.js";
import {
  trackedAnywhere
} from "./chunk-INSVNZ5P.js";
import "./chunk-FPUCJU3M.js";
import {
  findWork
} from "./chunk-IJ4LMOL3.js";
import "./chunk-KTPMWNSD.js";
import "./chunk-IHXVGXS5.js";
import "./chunk-S3BDE3HI.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-PG7WJFQ4.js";
import "./chunk-EDWNPP34.js";
import "./chunk-TJQF3RFK.js";
import "./chunk-J66N7I4R.js";
import "./chunk-TDY6UDIM.js";
import "./chunk-WKIKZABW.js";
import {
  refuseFanOutFolder
} from "./chunk-FJM64KIK.js";
import "./chunk-YWP7CK7B.js";
import {
  hostEnvironment
} from "./chunk-7JHDGLRR.js";
import "./chunk-7UZZQ5SR.js";
import "./chunk-UWXH4M6R.js";
import "./chunk-Y2HFNBLV.js";
import "./chunk-EVH6VEQA.js";
import "./chunk-RW5SHKCQ.js";
import "./chunk-TH5BZSTX.js";
import "./chunk-EKUBYSXE.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-MU3S33KD.js";
import "./chunk-GAFRLJQO.js";
import "./chunk-DMOH4KPQ.js";
import "./chunk-QX26DWQ6.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-KRVARZLM.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-3PQERWFJ.js";
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
    await openReport(call.options);
    const folder = await folderToWrite(call.options, ports);
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
    await openReport(call.options);
    const folder = await folderToWrite(call.options, ports);
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
    await openReport(call.options);
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
async function folderToWrite(options, ports) {
  await refuseFanOutFolder({ directory: placeOf(options), tracks: trackedAnywhere(hostEnvironment()) });
  return folderOf(options, ports);
}
function folderOf(options, ports) {
  return fanOutFolder(placeOf(options), { directory: placesOf(options).records, store: ports.records });
}
function placeOf(options) {
  const folder = textOf(options, "fanOut");
  return folder === null ? resolve(placesOf(options).report, "fan-out") : resolve(folder);
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
