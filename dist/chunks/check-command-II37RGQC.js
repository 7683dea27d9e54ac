import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  checkCommand,
  reportCommand,
  show
} from "./chunk-B4B4Y7RM.js";
import "./chunk-QAXYWX53.js";
import "./chunk-6K4WAA2X.js";
import "./chunk-5O7CF7JL.js";
import "./chunk-3QRASSGK.js";
import "./chunk-GI6IFORT.js";
import "./chunk-FPUCJU3M.js";
import "./chunk-ZNFDVEG7.js";
import "./chunk-DJ7WLYN3.js";
import "./chunk-NFYO7LC4.js";
import "./chunk-ZWACR3RI.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-C2MDLR3U.js";
import "./chunk-Y6LCGCU4.js";
import "./chunk-QJYARLB2.js";
import "./chunk-4OI2TZFH.js";
import "./chunk-J5HCFUQP.js";
import "./chunk-GQ3BWJJJ.js";
import "./chunk-JMQWRBEZ.js";
import "./chunk-FXA5CVO3.js";
import "./chunk-5S4NIBJQ.js";
import "./chunk-5C635QGD.js";
import "./chunk-NHTI3PY5.js";
import "./chunk-TW6MWD2I.js";
import "./chunk-QX26DWQ6.js";
import "./chunk-5LJOY3JM.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-6BKZBIF2.js";
import "./chunk-RBSZ6YLW.js";
import "./chunk-X4C4SPPY.js";
import "./chunk-TZXIYNRP.js";
export {
  checkCommand,
  reportCommand,
  show
};
