import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  checkCommand,
  reportCommand,
  show
} from "./chunk-ZJP3YX72.js";
import "./chunk-WMZFHY47.js";
import "./chunk-M7BXPMCZ.js";
import "./chunk-R55FTJDZ.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-Z3HFLQAC.js";
import "./chunk-PX6SO57U.js";
import "./chunk-5QRO6B37.js";
import "./chunk-5M6X7JXP.js";
import "./chunk-2PZ4MKN5.js";
import "./chunk-AI6H6WKZ.js";
import "./chunk-BQU3VWNC.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-JRVEZE6K.js";
import "./chunk-OZ5TLKLZ.js";
import "./chunk-XVVHNLXF.js";
import "./chunk-RZP4APX3.js";
import "./chunk-BX47GUBX.js";
import "./chunk-TDSJQJKG.js";
import "./chunk-HQ6GXW7B.js";
import "./chunk-YUACRBE3.js";
import "./chunk-VKSZEWLQ.js";
import "./chunk-6JKRU7R7.js";
import "./chunk-WHEDQ3CQ.js";
import "./chunk-6IRAQFEP.js";
import "./chunk-4GH3ECKW.js";
import "./chunk-MJSTANXL.js";
import "./chunk-O66BNJCH.js";
import "./chunk-JFUDIG5K.js";
import "./chunk-T5WW63CB.js";
import "./chunk-FXFM6UNO.js";
import "./chunk-EEKQTDVG.js";
import "./chunk-U573HUWY.js";
import "./chunk-NNW5VEUA.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-FCQXIW4J.js";
import "./chunk-62IWEPJF.js";
import "./chunk-7GORSITD.js";
import "./chunk-7BZWKOQR.js";
import "./chunk-JC46I57K.js";
import "./chunk-T3L56XLQ.js";
import "./chunk-RVTRFKPY.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-V5O3EYGN.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-4C2UWCN6.js";
import "./chunk-GAFRLJQO.js";
import "./chunk-SD2MCWGB.js";
import "./chunk-BLVKCUNK.js";
import "./chunk-QX26DWQ6.js";
import "./chunk-SULUFCEC.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-KRVARZLM.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-3PQERWFJ.js";
import "./chunk-TZXIYNRP.js";
export {
  checkCommand,
  reportCommand,
  show
};
