import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  checkCommand,
  reportCommand,
  show
} from "./chunk-BXZCMULH.js";
import "./chunk-TGWHZ5EV.js";
import "./chunk-QKYI6H55.js";
import "./chunk-GH77VJGN.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-CSV55APA.js";
import "./chunk-M7JNMVM7.js";
import "./chunk-GCOXJAVV.js";
import "./chunk-6MXPSWA2.js";
import "./chunk-YMAZG3PC.js";
import "./chunk-6TYYTP4W.js";
import "./chunk-3LXODE2P.js";
import "./chunk-GXUDNQWN.js";
import "./chunk-VPXGQNBS.js";
import "./chunk-JGYDOWQT.js";
import "./chunk-JERTQD7D.js";
import "./chunk-K5A34SP2.js";
import "./chunk-TTX7SPIB.js";
import "./chunk-W3NQ3IHG.js";
import "./chunk-JMEJL3DU.js";
import "./chunk-HNXJ7ZFU.js";
import "./chunk-3Z4XQLLN.js";
import "./chunk-ROPILYCB.js";
import "./chunk-LE5NCQCY.js";
import "./chunk-26FMKOH5.js";
import "./chunk-6F7OASPA.js";
import "./chunk-YGAXN3UQ.js";
import "./chunk-R5F4Q2QF.js";
import "./chunk-6CWAJ6GY.js";
import "./chunk-HOS52EQB.js";
import "./chunk-XRXDL66P.js";
import "./chunk-66JJLLP5.js";
import "./chunk-SHRXANNT.js";
import "./chunk-T3L56XLQ.js";
import "./chunk-KNMHA2RP.js";
import "./chunk-3UA4XKQQ.js";
import "./chunk-O2FIJKBD.js";
import "./chunk-P2P2WVOM.js";
import "./chunk-AFFMP5ZP.js";
import "./chunk-WH65JLMK.js";
import "./chunk-X4I77YKT.js";
import "./chunk-OGV2HSYU.js";
import "./chunk-GZY2JBHJ.js";
import "./chunk-4A6XRLDF.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-ZVDP66US.js";
import "./chunk-CBC67UB4.js";
import "./chunk-7IHUFODW.js";
import "./chunk-LBPJZCDF.js";
import "./chunk-7BZWKOQR.js";
import "./chunk-PR2WU2MP.js";
import "./chunk-PKHYIDDD.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-HWESQXZ2.js";
import "./chunk-GAFRLJQO.js";
import "./chunk-PSOCJK5S.js";
import "./chunk-BLVKCUNK.js";
import "./chunk-QX26DWQ6.js";
import "./chunk-SULUFCEC.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-KRVARZLM.js";
import "./chunk-3PQERWFJ.js";
import "./chunk-SO2N2CNT.js";
import "./chunk-6NTM2SGB.js";
import "./chunk-3BHUGO3C.js";
import "./chunk-QUXYIG33.js";
import "./chunk-VGOE2UIS.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-K4PPAGNS.js";
import "./chunk-EQ7ANNIY.js";
import "./chunk-RVTRFKPY.js";
import "./chunk-TZXIYNRP.js";
export {
  checkCommand,
  reportCommand,
  show
};
