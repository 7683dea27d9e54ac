import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-BQK52ZOI.js";
import "./chunk-JM7LN3RE.js";
import "./chunk-CLCOYRLK.js";
import "./chunk-NJPBQWEG.js";
import "./chunk-E2AETUNN.js";
import "./chunk-FF5J5FSI.js";
import "./chunk-RPNTJI7X.js";
import "./chunk-XOGKFJ6O.js";
import "./chunk-MZPKZTUF.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-S7J2EQLA.js";
import "./chunk-KHUPEOCK.js";
import "./chunk-5NVPXSYX.js";
import "./chunk-2IRNVNPO.js";
import "./chunk-SV7HYFBT.js";
import "./chunk-OCPJIFIR.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-NTQAJDCO.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-QAKTEOWQ.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  show
};
