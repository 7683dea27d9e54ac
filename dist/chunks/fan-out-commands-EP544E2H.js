import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fanOutFolder,
  keepHeapSmall,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-UCPT4QHR.js";
import "./chunk-EFZ3QLNS.js";
import {
  show
} from "./chunk-EC7IS4JA.js";
import "./chunk-ZF3J5GHM.js";
import {
  openCommand,
  openReport
} from "./chunk-P7S26INA.js";
import {
  placesOf,
  textOf,
  wholeNumber
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
import {
  trackedAnywhere
} from "./chunk-MEU2IZKU.js";
import {
  findWork
} from "./chunk-2OT7HWWI.js";
import "./chunk-JALJVFD7.js";
import "./chunk-NOZUJG5Q.js";
import "./chunk-I4YEOAW5.js";
import "./chunk-2UBQFCXM.js";
import "./chunk-QEMCEV5Z.js";
import "./chunk-HDW7QO5A.js";
import {
  withoutItsProgram
} from "./chunk-UZUOIVVL.js";
import "./chunk-EGKPV6DK.js";
import "./chunk-W3HZG3AN.js";
import "./chunk-7GNTRCD7.js";
import "./chunk-ZIOOADNY.js";
import "./chunk-RKT7KPRD.js";
import "./chunk-CMRPWUYX.js";
import "./chunk-GATZEXGM.js";
import {
  openFanOutFolder
} from "./chunk-RBCLCPT3.js";
import "./chunk-XA34GEMA.js";
import "./chunk-65VCMTRE.js";
import "./chunk-U573HUWY.js";
import {
  hostEnvironment
} from "./chunk-NNW5VEUA.js";
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
    const end = await shardJob(ports, await requestOf(command, true), { folder, id });
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
async function requestOf({ ports, request }, asksAgents = false) {
  const ask = ports.agentVersionOf;
  const agentVersionOf = asksAgents ? ask : withoutItsProgram(ask);
  const work = await findWork(ports.repository, { ...request, agentVersionOf });
  return { ...request, settings: work.settings, work, mode: { kind: "measure" } };
}
async function folderToWrite(options, ports) {
  await openFanOutFolder({ directory: placeOf(options), tracks: trackedAnywhere(hostEnvironment()) });
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
