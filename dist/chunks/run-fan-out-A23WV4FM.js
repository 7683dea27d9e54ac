import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
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
import "./chunk-UNQCKQQB.js";
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
import "./chunk-LFPDN5PX.js";
import "./chunk-WB3DL7TO.js";
import "./chunk-X6HJ4QIY.js";
import {
  UserError
} from "./chunk-KZR5TS5E.js";
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
