import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  chatReader
} from "./chunk-HXH7HLJ4.js";
import "./chunk-432DJ6LD.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  chatReader
};
