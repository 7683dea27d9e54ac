import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fanOutFolder,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-X6BBGANH.js";
import {
  openReport,
  reportDirectory,
  show,
  textOf,
  wholeNumber,
  withPorts
} from "./chunk-EEIWJBMZ.js";
import "./chunk-DY7BMKJK.js";
import "./chunk-QQCLGOQL.js";
import "./chunk-3BV2L3PZ.js";
import "./chunk-2PCSJQJG.js";
import "./chunk-35JWL44K.js";
import "./chunk-IN5NX6PE.js";
import "./chunk-BGVLAPRC.js";
import {
  UserError
} from "./chunk-K23HYIQN.js";
import "./chunk-KRVARZLM.js";
import "./chunk-KS6BEUIK.js";
import "./chunk-TZXIYNRP.js";

// src/entry/commands/fan-out-commands.ts
import { resolve } from "node:path";
async function planCommand(call) {
  return withPorts(call, async (ports, request) => {
    const shards = wholeNumber(call.options, "shards", 0);
    if (textOf(call.options, "shards") !== null && (shards < 1 || shards > 256))
      throw new UserError("CONFIG_INVALID", `option \`shards\` is \`${shards}\`.`, "Give 1 to 256.");
    await openReport(call.options, ports);
    const file = await planJob(placesOf(call, ports, request), shards === 0 ? null : shards);
    process.stdout.write(`${matrixOf(file)}
`);
    return 0;
  });
}
async function shardCommand(call, id) {
  return withPorts(call, async (ports, request) => {
    await openReport(call.options, ports);
    const { end } = await shardJob(placesOf(call, ports, request), id);
    if (end.kind === "finished")
      ports.log.info(`${end.asked.length} answers asked for, ${end.replayed.length} replayed.`);
    return 0;
  });
}
async function joinCommand(call) {
  return withPorts(call, async (ports, request) => {
    await openReport(call.options, ports);
    const { checked } = await reportJob(placesOf(call, ports, request), null);
    return show(call.options, checked);
  });
}
function placesOf({ options }, ports, request) {
  const directory = resolve(textOf(options, "cwd") ?? ".");
  const folder = textOf(options, "fanOut");
  return {
    ports,
    request,
    folder: fanOutFolder(folder === null ? resolve(reportDirectory(options), "fan-out") : resolve(folder)),
    records: resolve(directory, textOf(options, "records") ?? ".spec-portability/records")
  };
}
export {
  joinCommand,
  planCommand,
  shardCommand
};
