import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  messageReader
} from "./chunk-EBR3BXTD.js";
import "./chunk-432DJ6LD.js";
import "./chunk-3PQERWFJ.js";
import "./chunk-TZXIYNRP.js";
export {
  messageReader
};
