import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  answered,
  checkedOf,
  nothingAsked,
  planOnly,
  repeated
} from "./chunk-KGMNR5HT.js";
import "./chunk-4NIUQGCZ.js";
import "./chunk-QYC2LE35.js";
import "./chunk-SW2J5YU2.js";
import "./chunk-US76PYBD.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-G3ET2YVM.js";
import "./chunk-P3JCGNY4.js";
import "./chunk-4OUWRDUI.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-OMVBOID7.js";
import "./chunk-NRQHCHG2.js";
import "./chunk-BY5N46VV.js";
import "./chunk-URDBBB6M.js";
import "./chunk-6AFDCV7Q.js";
import "./chunk-LFPDN5PX.js";
import "./chunk-WB3DL7TO.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-FTRE5VC3.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  answered,
  checkedOf,
  nothingAsked,
  planOnly,
  repeated
};
