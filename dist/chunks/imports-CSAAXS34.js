import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  importsIn
} from "./chunk-Z7YMX44G.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  importsIn
};
