import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fanOutFolder,
  keepHeapSmall,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-YDYPSMV2.js";
import "./chunk-FO7XLQZQ.js";
import {
  show
} from "./chunk-HCDEDZ3I.js";
import "./chunk-YRLQ2DSP.js";
import {
  openCommand,
  openReport
} from "./chunk-4YN7D2OA.js";
import "./chunk-UE2ZDIGW.js";
import {
  placesOf,
  textOf,
  wholeNumber
} from "./chunk-RZMYW46V.js";
import "./chunk-QGLC3NYM.js";
import "./chunk-FXA5CVO3.js";
import "./chunk-LFOYLBOK.js";
import "./chunk-3BEQDUJO.js";
import "./chunk-NRSEOSNG.js";
import "./chunk-5QR2JYL4.js";
import "./chunk-RG5UVGBU.js";
import "./chunk-3D3TGECY.js";
import "./chunk-QQWO63J7.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-FPUCJU3M.js";
import {
  findWork
} from "./chunk-3C4F6WCH.js";
import "./chunk-3JHYFDAC.js";
import "./chunk-6E5KQXPH.js";
import "./chunk-KDQGDI5A.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-HX4LHGFV.js";
import "./chunk-WPEJBQSQ.js";
import "./chunk-KBETWHL5.js";
import "./chunk-OOF76JK4.js";
import "./chunk-ZL6RG2C7.js";
import "./chunk-FUZ4L4XB.js";
import "./chunk-HGTELZ3E.js";
import "./chunk-6QLLVEX6.js";
import "./chunk-7UZZQ5SR.js";
import "./chunk-KNCWSQRP.js";
import "./chunk-Y2HFNBLV.js";
import "./chunk-XFDN5KFR.js";
import "./chunk-EJDUAURA.js";
import "./chunk-TH5BZSTX.js";
import "./chunk-5GJ2XYCO.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-HT3GBCEW.js";
import "./chunk-QFMDIEJM.js";
import "./chunk-QX26DWQ6.js";
import {
  UserError
} from "./chunk-5LJOY3JM.js";
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
