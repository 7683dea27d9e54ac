import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fanOutFolder,
  keepHeapSmall,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-DAB7OESU.js";
import "./chunk-WLCCU4VR.js";
import {
  show
} from "./chunk-ZJP3YX72.js";
import "./chunk-WMZFHY47.js";
import {
  openCommand,
  openReport
} from "./chunk-M7BXPMCZ.js";
import {
  placesOf,
  textOf,
  wholeNumber
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
import {
  trackedAnywhere
} from "./chunk-JRVEZE6K.js";
import {
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
import {
  refuseFanOutFolder
} from "./chunk-T5WW63CB.js";
import "./chunk-FXFM6UNO.js";
import "./chunk-EEKQTDVG.js";
import "./chunk-U573HUWY.js";
import {
  hostEnvironment
} from "./chunk-NNW5VEUA.js";
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
  const { agentVersionOf } = ports;
  const work = await findWork(ports.repository, { ...request, agentVersionOf });
  return { ...request, settings: work.settings, work, mode: { kind: "measure" } };
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
