import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  importsIn
} from "./chunk-CHZ5ZYII.js";
import "./chunk-2ODDY6BE.js";
import "./chunk-WXLBPRLK.js";
import "./chunk-Q7I5HJIT.js";
import "./chunk-TZXIYNRP.js";
export {
  importsIn
};
