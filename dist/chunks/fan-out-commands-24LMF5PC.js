import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fanOutFolder,
  keepHeapSmall,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-KXY2ZU4P.js";
import {
  show
} from "./chunk-TVNUGIUG.js";
import {
  openCommand,
  openReport
} from "./chunk-YGZVBP66.js";
import "./chunk-WCF7XES5.js";
import "./chunk-N6PZUK4T.js";
import "./chunk-FPUCJU3M.js";
import {
  findWork
} from "./chunk-PIY45ZJA.js";
import "./chunk-RNBOCU3U.js";
import "./chunk-GIO25QNV.js";
import "./chunk-LLVB6D7K.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-QFDAU2KM.js";
import "./chunk-RFFIZIPQ.js";
import "./chunk-UBE2Q3WA.js";
import "./chunk-VQ6F5UGK.js";
import "./chunk-EVPN52UL.js";
import "./chunk-II2UII7V.js";
import "./chunk-QXAAWC6M.js";
import {
  placesOf,
  textOf,
  wholeNumber
} from "./chunk-6IMY6GDH.js";
import "./chunk-FXA5CVO3.js";
import "./chunk-KZ5AD3JK.js";
import "./chunk-O3IM6JGH.js";
import "./chunk-VXA2575E.js";
import "./chunk-TW6MWD2I.js";
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
