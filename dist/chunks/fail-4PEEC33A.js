import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  explain
} from "./chunk-QCUFE7NC.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  explain
};
