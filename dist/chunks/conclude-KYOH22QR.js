import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  answered,
  checkedOf,
  nothingAsked,
  planOnly,
  repeated
} from "./chunk-4KGYL5PU.js";
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
import "./chunk-27WO5DPG.js";
import "./chunk-SB2RNLPX.js";
import "./chunk-XI4SCKMP.js";
import "./chunk-CZS2PXSE.js";
import "./chunk-G763GOXE.js";
import "./chunk-KR76TPJV.js";
import "./chunk-JQKP4VAC.js";
import "./chunk-SR2FHZCC.js";
import "./chunk-PX34MO2T.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-ZSD4V5DF.js";
import "./chunk-YNKOU3TA.js";
import "./chunk-B2VOQPVL.js";
import "./chunk-BAT4GPLN.js";
import "./chunk-JIQY2GBS.js";
import "./chunk-T3L56XLQ.js";
import "./chunk-VOBHNZZQ.js";
import "./chunk-SULUFCEC.js";
import "./chunk-GGCEIHBX.js";
import "./chunk-WOCJ3PHM.js";
import "./chunk-DV7D3JFE.js";
import "./chunk-DNATSLL5.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-3KUDG6AU.js";
import "./chunk-H7E5KABC.js";
import "./chunk-CJKLWDHO.js";
import "./chunk-A7RSTFOV.js";
import "./chunk-7FKCKO5Y.js";
import "./chunk-ZICT4WCG.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-Y2JW6ZAN.js";
import "./chunk-A6QV6Q5Z.js";
import "./chunk-2ODDY6BE.js";
import "./chunk-WXLBPRLK.js";
import "./chunk-Q7I5HJIT.js";
import "./chunk-TZXIYNRP.js";
export {
  answered,
  checkedOf,
  nothingAsked,
  planOnly,
  repeated
};
