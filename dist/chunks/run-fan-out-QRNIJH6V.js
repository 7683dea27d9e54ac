import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  fanOutFolder,
  matrixOf,
  planJob,
  reportJob,
  shardJob
} from "./chunk-RUWC4HHE.js";
import {
  keepHeapSmall
} from "./chunk-ADBP2LX3.js";
import "./chunk-4KGYL5PU.js";
import "./chunk-BL6A62SS.js";
import "./chunk-FNJARIXN.js";
import "./chunk-L43MTINN.js";
import "./chunk-TCU27TT7.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-U4VYBYOP.js";
import "./chunk-P3YVQQB7.js";
import "./chunk-QOPY6L7X.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-HKW5ELTF.js";
import "./chunk-27WO5DPG.js";
import "./chunk-SB2RNLPX.js";
import "./chunk-XI4SCKMP.js";
import "./chunk-JMBBNIQQ.js";
import "./chunk-3X6NL2SD.js";
import "./chunk-QT7ARZC2.js";
import "./chunk-AR6R6OI5.js";
import "./chunk-WXCDMTBJ.js";
import "./chunk-QJ2FTIBY.js";
import "./chunk-CYHJZNGT.js";
import "./chunk-HTZCRQ3U.js";
import "./chunk-UGXMMURH.js";
import "./chunk-UXX42OK3.js";
import "./chunk-CZS2PXSE.js";
import "./chunk-G763GOXE.js";
import "./chunk-KR76TPJV.js";
import "./chunk-JQKP4VAC.js";
import "./chunk-SR2FHZCC.js";
import "./chunk-PX34MO2T.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-ZSD4V5DF.js";
import "./chunk-6LWDA2XH.js";
import "./chunk-ELQ2SELH.js";
import "./chunk-IVZNOL5O.js";
import "./chunk-YNKOU3TA.js";
import "./chunk-B2VOQPVL.js";
import "./chunk-BLVKCUNK.js";
import "./chunk-BAT4GPLN.js";
import "./chunk-JIQY2GBS.js";
import "./chunk-MHL7UOGO.js";
import "./chunk-T3L56XLQ.js";
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
import "./chunk-A7RSTFOV.js";
import "./chunk-7FKCKO5Y.js";
import "./chunk-3V7HRFDH.js";
import "./chunk-ZICT4WCG.js";
import "./chunk-RVTRFKPY.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-Y2JW6ZAN.js";
import "./chunk-A6QV6Q5Z.js";
import "./chunk-2ODDY6BE.js";
import "./chunk-WXLBPRLK.js";
import "./chunk-Q7I5HJIT.js";
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
