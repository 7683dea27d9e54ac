import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fanOutFolder,
  keepHeapSmall,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-XMIPGLC3.js";
import "./chunk-FVJCGDGE.js";
import {
  show
} from "./chunk-KPRVLRAI.js";
import "./chunk-WTZWQRIR.js";
import {
  openCommand,
  openReport
} from "./chunk-CW4NTNXM.js";
import {
  placesOf,
  textOf,
  wholeNumber
} from "./chunk-ZOAB6EDL.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-MNBIE5LZ.js";
import "./chunk-5Z7V3Y6J.js";
import "./chunk-SB5F4ATV.js";
import "./chunk-ORABFEFN.js";
import "./chunk-SLUAVTL4.js";
import "./chunk-Y7HCLFWI.js";
import "./chunk-IF5ZEEKF.js";
import {
  trackedAnywhere
} from "./chunk-VF3QBBQ2.js";
import {
  findWork
} from "./chunk-ELPA7GFD.js";
import "./chunk-C4XTJV36.js";
import "./chunk-IPFQTRPZ.js";
import "./chunk-RIUM4UMI.js";
import "./chunk-SKT76OIG.js";
import "./chunk-6O6L5V5O.js";
import "./chunk-B2LEGMZX.js";
import "./chunk-H3D7WG7A.js";
import "./chunk-L3VD4E4D.js";
import "./chunk-FKPVD4LW.js";
import "./chunk-BOMSCKQE.js";
import "./chunk-LHJZ3TNV.js";
import "./chunk-T2RPMLP2.js";
import "./chunk-Q42KYLGV.js";
import "./chunk-IXPGHKS6.js";
import {
  refuseFanOutFolder
} from "./chunk-2CKKIL3Y.js";
import {
  hostEnvironment
} from "./chunk-RT5TOPAJ.js";
import "./chunk-HOS52EQB.js";
import "./chunk-Y2HFNBLV.js";
import "./chunk-64RKU2FI.js";
import "./chunk-3KY7A7BY.js";
import "./chunk-IIQOEHDQ.js";
import "./chunk-7BZWKOQR.js";
import "./chunk-Z4KWUEOG.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-ZF2CRVBW.js";
import "./chunk-W4O5ATHL.js";
import "./chunk-GAFRLJQO.js";
import "./chunk-DMOH4KPQ.js";
import "./chunk-NAHOFGQS.js";
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
