import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  answered,
  checkedOf,
  nothingAsked,
  planOnly,
  repeated
} from "./chunk-DQ5HSTYG.js";
import "./chunk-UWZNTM7D.js";
import "./chunk-PO5EE57O.js";
import "./chunk-PGHRPMYR.js";
import "./chunk-C3VUYX3D.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-5QGF4BTX.js";
import "./chunk-ILP2H2QP.js";
import "./chunk-SFMUDRBN.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-LUTFAZPV.js";
import "./chunk-XEV36KH2.js";
import "./chunk-C26DV424.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-J7YXO67X.js";
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
