import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-JSDKGR5G.js";
import "./chunk-YO7UB57L.js";
import {
  fanOutFolder,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-QK3LIX6Z.js";
import {
  keepHeapSmall
} from "./chunk-ADBP2LX3.js";
import "./chunk-OBUNNPB3.js";
import "./chunk-MBS54USP.js";
import "./chunk-2LDXUNTB.js";
import "./chunk-KLT4VXQ6.js";
import "./chunk-GE676NVB.js";
import "./chunk-L7MQ7NYJ.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-RT26Q4RG.js";
import "./chunk-H2DXF7RR.js";
import "./chunk-I6HTGXEM.js";
import "./chunk-L7UA5KHB.js";
import "./chunk-6KIEBIUV.js";
import "./chunk-2VVT6I4M.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-772LD3B2.js";
import "./chunk-XTXL64CO.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-KHUPEOCK.js";
import "./chunk-RQROVOIW.js";
import {
  openCommand,
  openReport
} from "./chunk-ATSRUNMK.js";
import {
  trackedAnywhere
} from "./chunk-AZF5P6P2.js";
import {
  placesOf,
  textOf,
  wholeNumber
} from "./chunk-YK2ECGN7.js";
import "./chunk-VBH57FR4.js";
import "./chunk-FJXSO4VX.js";
import "./chunk-SB2RNLPX.js";
import "./chunk-XI4SCKMP.js";
import "./chunk-L67F2DRG.js";
import {
  findWork
} from "./chunk-5HSFPOU6.js";
import "./chunk-PFRZKWUE.js";
import "./chunk-2JLFIUNG.js";
import "./chunk-3LXODE2P.js";
import "./chunk-76CX2KZY.js";
import "./chunk-VOSVRI46.js";
import "./chunk-X7WZ4LW3.js";
import "./chunk-QSBGFYAR.js";
import "./chunk-RXQJQAOH.js";
import {
  openFanOutFolder
} from "./chunk-WLHQGPMY.js";
import "./chunk-FMC5PRWF.js";
import "./chunk-VLYTUW5B.js";
import "./chunk-7427WVDO.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-XGO2RLFH.js";
import "./chunk-R3P5XBNM.js";
import "./chunk-UWVP5NXG.js";
import "./chunk-KSQ7ASBC.js";
import "./chunk-4SPRE4N4.js";
import {
  withoutItsProgram
} from "./chunk-7YV34WZA.js";
import "./chunk-OMIM7ISK.js";
import "./chunk-UGXMMURH.js";
import "./chunk-UXX42OK3.js";
import "./chunk-CZS2PXSE.js";
import "./chunk-XQ5JNELD.js";
import "./chunk-K567G4XT.js";
import "./chunk-A45UAVFW.js";
import "./chunk-CZ24FTV7.js";
import "./chunk-PX34MO2T.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-3VAF6B5X.js";
import "./chunk-ZUIFAYG5.js";
import "./chunk-6LWDA2XH.js";
import "./chunk-PEQODFTH.js";
import "./chunk-IVZNOL5O.js";
import "./chunk-GG7IEIRA.js";
import "./chunk-GYAGFJC4.js";
import "./chunk-BLVKCUNK.js";
import "./chunk-BUSS7IBF.js";
import "./chunk-BAT4GPLN.js";
import "./chunk-JIQY2GBS.js";
import "./chunk-6F7OASPA.js";
import "./chunk-JX7256PS.js";
import "./chunk-MHL7UOGO.js";
import "./chunk-T3L56XLQ.js";
import "./chunk-6TMICQGZ.js";
import "./chunk-ITIH2S3L.js";
import "./chunk-WH65JLMK.js";
import "./chunk-BP7YH5IA.js";
import "./chunk-VOBHNZZQ.js";
import "./chunk-QX26DWQ6.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import "./chunk-3QP4H2XG.js";
import "./chunk-GGCEIHBX.js";
import "./chunk-WOCJ3PHM.js";
import "./chunk-NPNODHKJ.js";
import "./chunk-DV7D3JFE.js";
import "./chunk-7GB3NW4C.js";
import "./chunk-DNATSLL5.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-3KUDG6AU.js";
import "./chunk-H7E5KABC.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-CJKLWDHO.js";
import "./chunk-JPERIC3B.js";
import {
  hostEnvironment
} from "./chunk-6CWAJ6GY.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-KRVARZLM.js";
import "./chunk-A7RSTFOV.js";
import "./chunk-HMA4YBNO.js";
import "./chunk-6NTM2SGB.js";
import "./chunk-7FKCKO5Y.js";
import "./chunk-3V7HRFDH.js";
import "./chunk-AQR2DBP4.js";
import "./chunk-RVTRFKPY.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-XJQEQL4E.js";
import "./chunk-A6QV6Q5Z.js";
import "./chunk-2ODDY6BE.js";
import "./chunk-WXLBPRLK.js";
import "./chunk-Q7I5HJIT.js";
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
