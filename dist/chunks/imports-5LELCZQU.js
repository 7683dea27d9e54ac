import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  importsIn
} from "./chunk-6HRY6UCV.js";
import "./chunk-6AFDCV7Q.js";
import "./chunk-WB3DL7TO.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-FTRE5VC3.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  importsIn
};
