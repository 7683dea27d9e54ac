import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  answered,
  checkedOf,
  nothingAsked,
  planOnly,
  repeated
} from "./chunk-IEISKDDH.js";
import "./chunk-J463WXRZ.js";
import "./chunk-MGYZAH3E.js";
import "./chunk-R7IPT7SS.js";
import "./chunk-STJY5XHP.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-7T5XIXLG.js";
import "./chunk-VQME27WP.js";
import "./chunk-RSLIRKMR.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-4PE6JALH.js";
import "./chunk-XO6QZRGS.js";
import "./chunk-C26DV424.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-VKLKMDYE.js";
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
