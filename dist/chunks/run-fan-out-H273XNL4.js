import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fanOutFolder,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-CVMYIVD2.js";
import {
  keepHeapSmall
} from "./chunk-ADBP2LX3.js";
import "./chunk-JI3N5NYT.js";
import "./chunk-KGMNR5HT.js";
import "./chunk-4NIUQGCZ.js";
import "./chunk-QYC2LE35.js";
import "./chunk-SW2J5YU2.js";
import "./chunk-US76PYBD.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-G3ET2YVM.js";
import "./chunk-P3JCGNY4.js";
import "./chunk-4OUWRDUI.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-OMVBOID7.js";
import "./chunk-NRQHCHG2.js";
import "./chunk-BY5N46VV.js";
import "./chunk-URDBBB6M.js";
import "./chunk-6AFDCV7Q.js";
import "./chunk-LFPDN5PX.js";
import "./chunk-WB3DL7TO.js";
import "./chunk-X6HJ4QIY.js";
import {
  UserError
} from "./chunk-FTRE5VC3.js";
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
