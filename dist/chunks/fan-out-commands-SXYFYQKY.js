import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-SLFEBC5S.js";
import "./chunk-3CHJUKYZ.js";
import {
  fanOutFolder,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-3ERBOXPZ.js";
import {
  keepHeapSmall
} from "./chunk-ADBP2LX3.js";
import "./chunk-3F2KA4R3.js";
import "./chunk-7SQNG4HV.js";
import "./chunk-6MMVP7QF.js";
import "./chunk-OWV77CYY.js";
import "./chunk-BZASJMGE.js";
import "./chunk-UU5KAJ7T.js";
import "./chunk-YTAWJPD7.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-GLF5ROGT.js";
import "./chunk-KHUPEOCK.js";
import {
  openCommand,
  openReport
} from "./chunk-QR4HQRXC.js";
import {
  trackedAnywhere
} from "./chunk-IN45Z4CT.js";
import {
  placesOf,
  textOf,
  wholeNumber
} from "./chunk-XBA5A2I6.js";
import "./chunk-UNQCKQQB.js";
import "./chunk-CMPUC6YS.js";
import "./chunk-H4YXFO3B.js";
import "./chunk-6QAFNEBM.js";
import "./chunk-UQMYXL4J.js";
import "./chunk-KJXPSN6G.js";
import "./chunk-K3KIKXSD.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-CJZHJ5J6.js";
import "./chunk-B3NA2ASR.js";
import "./chunk-3BNHHGR5.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-EC5NCOGM.js";
import "./chunk-WN6ARJTN.js";
import "./chunk-BY5N46VV.js";
import "./chunk-URDBBB6M.js";
import "./chunk-6AFDCV7Q.js";
import "./chunk-A7AZT5ZH.js";
import "./chunk-LFPDN5PX.js";
import "./chunk-WB3DL7TO.js";
import "./chunk-X6HJ4QIY.js";
import {
  UserError,
  findWork,
  openFanOutFolder,
  withoutItsProgram
} from "./chunk-KZR5TS5E.js";
import {
  hostEnvironment
} from "./chunk-FMJFPCHD.js";
import "./chunk-KRVARZLM.js";
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
