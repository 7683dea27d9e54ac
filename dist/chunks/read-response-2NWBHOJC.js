import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  responseReader
} from "./chunk-CNUKNDLK.js";
import "./chunk-432DJ6LD.js";
import "./chunk-3PQERWFJ.js";
import "./chunk-TZXIYNRP.js";
export {
  responseReader
};
