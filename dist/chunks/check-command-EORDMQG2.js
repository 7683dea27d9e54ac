import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  checkCommand,
  reportCommand,
  show
} from "./chunk-A44X6LHK.js";
import "./chunk-7C2P5FWQ.js";
import "./chunk-U4MT56AG.js";
import "./chunk-EL7VBPUN.js";
import "./chunk-JIMS7EKG.js";
import "./chunk-VW32CYWW.js";
import "./chunk-FPUCJU3M.js";
import "./chunk-KFI3PZH3.js";
import "./chunk-ZRNW2GEP.js";
import "./chunk-HBIFLO63.js";
import "./chunk-SH3XFWPU.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-KROHE2TY.js";
import "./chunk-EEYM4Q7R.js";
import "./chunk-QJGHGHPR.js";
import "./chunk-DHIEG3YV.js";
import "./chunk-EK7MHKZK.js";
import "./chunk-ZTPQGAI4.js";
import "./chunk-XCAWQB5Y.js";
import "./chunk-FXA5CVO3.js";
import "./chunk-CT573UEH.js";
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
