import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-76CSI5OS.js";
import "./chunk-YHWN27NW.js";
import "./chunk-F5EGM35C.js";
import "./chunk-UBLCS7WR.js";
import "./chunk-EL7BXGOJ.js";
import "./chunk-VHQBQX3A.js";
import "./chunk-7X4QVAYH.js";
import "./chunk-4NN2F3CX.js";
import "./chunk-N34RRVOJ.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-TDG356LP.js";
import "./chunk-KHUPEOCK.js";
import "./chunk-MA6BJ5NI.js";
import "./chunk-WYUVOIJL.js";
import "./chunk-VQME27WP.js";
import "./chunk-RSLIRKMR.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-VKLKMDYE.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-QAKTEOWQ.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  show
};
