import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  checkCommand,
  reportCommand,
  show
} from "./chunk-KQIMRISN.js";
import "./chunk-UVNQSALP.js";
import "./chunk-E5O4FUJX.js";
import "./chunk-EL7VBPUN.js";
import "./chunk-5DWUL7VO.js";
import "./chunk-TIBRR6RF.js";
import "./chunk-FPUCJU3M.js";
import "./chunk-T2FEC6YY.js";
import "./chunk-NGR43PCR.js";
import "./chunk-PHYTD5DI.js";
import "./chunk-CUYL2X2G.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-5NJT4M6H.js";
import "./chunk-JVEHQIIZ.js";
import "./chunk-QJGHGHPR.js";
import "./chunk-DHIEG3YV.js";
import "./chunk-EK7MHKZK.js";
import "./chunk-ZTPQGAI4.js";
import "./chunk-XCAWQB5Y.js";
import "./chunk-FXA5CVO3.js";
import "./chunk-BJJ2KJNR.js";
import "./chunk-O3IM6JGH.js";
import "./chunk-VXA2575E.js";
import "./chunk-TW6MWD2I.js";
import "./chunk-QX26DWQ6.js";
import "./chunk-5LJOY3JM.js";
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
