import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-GIYX7SYJ.js";
import "./chunk-4A3BRVXC.js";
import {
  fanOutFolder,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-NFPIRXGD.js";
import {
  keepHeapSmall
} from "./chunk-ADBP2LX3.js";
import "./chunk-67P6IYFU.js";
import "./chunk-4R4HJXXQ.js";
import "./chunk-MTZH2DUV.js";
import "./chunk-UCKIQUHL.js";
import "./chunk-AWBWDU2H.js";
import "./chunk-X4AMMCA5.js";
import "./chunk-SS3R5DQI.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-EYTAVUBC.js";
import "./chunk-KHUPEOCK.js";
import {
  openCommand,
  openReport
} from "./chunk-MG63RKZ7.js";
import {
  trackedAnywhere
} from "./chunk-GNT3J26X.js";
import {
  placesOf,
  textOf,
  wholeNumber
} from "./chunk-YCCJNEQA.js";
import "./chunk-IIQLNQQF.js";
import "./chunk-CF4PZ6OA.js";
import "./chunk-DQ5HSTYG.js";
import "./chunk-UWZNTM7D.js";
import "./chunk-PO5EE57O.js";
import "./chunk-PGHRPMYR.js";
import "./chunk-C3VUYX3D.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-5QGF4BTX.js";
import "./chunk-ILP2H2QP.js";
import "./chunk-SFMUDRBN.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-LUTFAZPV.js";
import "./chunk-XEV36KH2.js";
import "./chunk-C26DV424.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import {
  UserError,
  findWork,
  openFanOutFolder,
  withoutItsProgram
} from "./chunk-J7YXO67X.js";
import {
  hostEnvironment
} from "./chunk-FMJFPCHD.js";
import "./chunk-QAKTEOWQ.js";
import "./chunk-P6BWDRRG.js";
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
    await openReport(command);
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
    await openReport(command);
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
    await openReport(command);
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
