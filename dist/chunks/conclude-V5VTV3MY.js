import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  answered,
  checkedOf,
  nothingAsked,
  planOnly,
  repeated
} from "./chunk-FQBFJIXV.js";
import "./chunk-QW2LVZOA.js";
import "./chunk-W5MKSTKJ.js";
import "./chunk-IKUIP7TJ.js";
import "./chunk-YNSA5NMU.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-HWZGAMHX.js";
import "./chunk-SV7HYFBT.js";
import "./chunk-OCPJIFIR.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-WCZENYD6.js";
import "./chunk-IIZLASWD.js";
import "./chunk-C26DV424.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-NTQAJDCO.js";
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
