import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  answered,
  checkedOf,
  nothingAsked,
  planOnly,
  repeated
} from "./chunk-3YJ53QI2.js";
import "./chunk-BVRMHOAP.js";
import "./chunk-UEZSNA76.js";
import "./chunk-M4KBJ562.js";
import "./chunk-KMY7L5LX.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-GPS5PMVI.js";
import "./chunk-SHN6IQON.js";
import "./chunk-OS7OQF2U.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-6RLRN7KW.js";
import "./chunk-4DSF3X7L.js";
import "./chunk-AZAGL7SQ.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-VRFD6AQT.js";
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
