import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  answered,
  checkedOf,
  nothingAsked,
  planOnly,
  repeated
} from "./chunk-PQTJFH2J.js";
import "./chunk-X2KCB4VD.js";
import "./chunk-VZFF3YV3.js";
import "./chunk-MGSJR5M2.js";
import "./chunk-P6LB3YDL.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-Z5FYRDEC.js";
import "./chunk-QUDMBABV.js";
import "./chunk-KUOKDNTN.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-HRQXAVIA.js";
import "./chunk-37CHJOK7.js";
import "./chunk-C26DV424.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-WSJ3JF5A.js";
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
