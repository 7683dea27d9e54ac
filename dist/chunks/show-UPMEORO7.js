import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-J4TJCCKU.js";
import "./chunk-P74TNOOG.js";
import "./chunk-XTNRKQBW.js";
import "./chunk-ZMHZ3UE6.js";
import "./chunk-AT4MPXKE.js";
import "./chunk-YZYNXZA3.js";
import "./chunk-R4JL3LIA.js";
import "./chunk-YP6DVJDI.js";
import "./chunk-NSYZML6F.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-GUOZS2CA.js";
import "./chunk-KHUPEOCK.js";
import "./chunk-F5HM3SXK.js";
import "./chunk-5FOYGVXF.js";
import "./chunk-X47CYARK.js";
import "./chunk-WSCS2FLA.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-N2HO5U27.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-QAKTEOWQ.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  show
};
