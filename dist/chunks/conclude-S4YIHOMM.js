import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  answered,
  checkedOf,
  nothingAsked,
  planOnly,
  repeated
} from "./chunk-OBUNNPB3.js";
import "./chunk-MBS54USP.js";
import "./chunk-KLT4VXQ6.js";
import "./chunk-GE676NVB.js";
import "./chunk-L7MQ7NYJ.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-RT26Q4RG.js";
import "./chunk-772LD3B2.js";
import "./chunk-XTXL64CO.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-FJXSO4VX.js";
import "./chunk-SB2RNLPX.js";
import "./chunk-XI4SCKMP.js";
import "./chunk-CZS2PXSE.js";
import "./chunk-XQ5JNELD.js";
import "./chunk-K567G4XT.js";
import "./chunk-A45UAVFW.js";
import "./chunk-CZ24FTV7.js";
import "./chunk-PX34MO2T.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-3VAF6B5X.js";
import "./chunk-GG7IEIRA.js";
import "./chunk-GYAGFJC4.js";
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
import "./chunk-AQR2DBP4.js";
import "./chunk-RD7I5CWG.js";
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
