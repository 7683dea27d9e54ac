import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
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
import "./chunk-EARE7BFB.js";
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
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import {
  UserError
} from "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";

// src/entry/action/run-fan-out.ts
import { resolve } from "node:path";
async function runFanOut(ports, request, options) {
  const folder = fanOutFolder(resolve(options.workspace, options.reportDir, "fan-out"), {
    directory: resolve(options.workspace, options.records),
    store: ports.records
  });
  switch (options.mode) {
    case "plan": {
      const file = await planJob(ports, request, { folder, wanted: shardsWanted(options.shard) });
      return { kind: "part", outputs: { matrix: matrixOf(file), "has-work": String(file !== null) } };
    }
    case "shard": {
      await shardJob(ports, request, { folder, id: options.shard });
      return { kind: "part", outputs: {} };
    }
    case "report": {
      keepHeapSmall();
      return { kind: "judged", checked: await reportJob(ports, request, { folder, run: options.run }) };
    }
  }
}
function shardsWanted(text) {
  if (text === "") return null;
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= 256) return count;
  throw new UserError(
    "CONFIG_INVALID",
    `input \`shard\` is \`${text.slice(0, 20)}\`.`,
    "With `mode: plan` give the largest number of shards, from 1 to 256, or leave it empty."
  );
}
export {
  runFanOut
};
