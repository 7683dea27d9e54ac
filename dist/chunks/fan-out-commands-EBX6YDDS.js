import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-3IWYBWCN.js";
import "./chunk-THUHDMLQ.js";
import {
  fanOutFolder,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-QJMVCICG.js";
import {
  keepHeapSmall
} from "./chunk-ADBP2LX3.js";
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
import {
  trackedAnywhere
} from "./chunk-3BO4C2BF.js";
import {
  placesOf,
  textOf,
  wholeNumber
} from "./chunk-P33PNVVQ.js";
import "./chunk-EARE7BFB.js";
import "./chunk-FDRKQG2W.js";
import "./chunk-PQTJFH2J.js";
import "./chunk-X2KCB4VD.js";
import "./chunk-VZFF3YV3.js";
import "./chunk-MGSJR5M2.js";
import "./chunk-P6LB3YDL.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-Z5FYRDEC.js";
import "./chunk-QUDMBABV.js";
import "./chunk-KUOKDNTN.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-HRQXAVIA.js";
import "./chunk-37CHJOK7.js";
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
} from "./chunk-WSJ3JF5A.js";
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
