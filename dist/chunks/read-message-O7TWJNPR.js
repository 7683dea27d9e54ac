import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  messageReader
} from "./chunk-DXKDSB36.js";
import "./chunk-432DJ6LD.js";
import "./chunk-A7RSTFOV.js";
import "./chunk-TZXIYNRP.js";
export {
  messageReader
};
