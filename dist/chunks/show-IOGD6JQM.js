import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-5UAJ4VKD.js";
import "./chunk-INBEPS3E.js";
import "./chunk-SL3VGJKP.js";
import "./chunk-ZSV4O4RU.js";
import "./chunk-ENGCSR73.js";
import "./chunk-KCSOL545.js";
import "./chunk-AL7TFJ43.js";
import "./chunk-JLWKNQBG.js";
import "./chunk-ICZKJB5E.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-LSQB7ZJK.js";
import "./chunk-KHUPEOCK.js";
import "./chunk-USEMPM5J.js";
import "./chunk-XUGJQJUX.js";
import "./chunk-SHN6IQON.js";
import "./chunk-OS7OQF2U.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-VRFD6AQT.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-QAKTEOWQ.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  show
};
