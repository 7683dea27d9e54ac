import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  writeMarkdown
} from "./chunk-A7AZT5ZH.js";
import "./chunk-LFPDN5PX.js";
import "./chunk-WB3DL7TO.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-FTRE5VC3.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  writeMarkdown
};
