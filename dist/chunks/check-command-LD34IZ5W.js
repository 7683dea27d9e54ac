import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  checkCommand,
  reportCommand,
  show
} from "./chunk-X5YBZWPW.js";
import "./chunk-F22JGRD6.js";
import "./chunk-CY2GZNJJ.js";
import "./chunk-BDDHZGXG.js";
import "./chunk-N5EW5N2E.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-2GLVB4IJ.js";
import "./chunk-3AHVMEBP.js";
import "./chunk-3AZQF6PG.js";
import "./chunk-GQYPDJC6.js";
import "./chunk-46XYSPZS.js";
import "./chunk-SARN7CAP.js";
import "./chunk-N4IEQMLK.js";
import "./chunk-6R2OEH6Q.js";
import "./chunk-BJJNW6M7.js";
import "./chunk-LGPFFQEZ.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-INSVNZ5P.js";
import "./chunk-FPUCJU3M.js";
import "./chunk-IJ4LMOL3.js";
import "./chunk-KTPMWNSD.js";
import "./chunk-IHXVGXS5.js";
import "./chunk-S3BDE3HI.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-PG7WJFQ4.js";
import "./chunk-EDWNPP34.js";
import "./chunk-TJQF3RFK.js";
import "./chunk-J66N7I4R.js";
import "./chunk-TDY6UDIM.js";
import "./chunk-WKIKZABW.js";
import "./chunk-FJM64KIK.js";
import "./chunk-YWP7CK7B.js";
import "./chunk-7JHDGLRR.js";
import "./chunk-7UZZQ5SR.js";
import "./chunk-UWXH4M6R.js";
import "./chunk-Y2HFNBLV.js";
import "./chunk-EVH6VEQA.js";
import "./chunk-RW5SHKCQ.js";
import "./chunk-TH5BZSTX.js";
import "./chunk-EKUBYSXE.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-MU3S33KD.js";
import "./chunk-GAFRLJQO.js";
import "./chunk-DMOH4KPQ.js";
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
