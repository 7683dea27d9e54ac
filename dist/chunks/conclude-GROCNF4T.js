import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  answered,
  checkedOf,
  nothingAsked,
  planOnly,
  repeated
} from "./chunk-QUELWYSB.js";
import "./chunk-JQL63E44.js";
import "./chunk-HN7FS4DE.js";
import "./chunk-MPGADCRN.js";
import "./chunk-5R2OYVDC.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-ISHNGMSP.js";
import "./chunk-X47CYARK.js";
import "./chunk-WSCS2FLA.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-FX4VMXHW.js";
import "./chunk-ANGKYHHX.js";
import "./chunk-C26DV424.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-N2HO5U27.js";
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
