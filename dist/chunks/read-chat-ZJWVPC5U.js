import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  chatReader
} from "./chunk-XC4AYLVP.js";
import "./chunk-432DJ6LD.js";
import "./chunk-3PQERWFJ.js";
import "./chunk-TZXIYNRP.js";
export {
  chatReader
};
