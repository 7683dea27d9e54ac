import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  responseReader
} from "./chunk-K7KS2B7Y.js";
import "./chunk-432DJ6LD.js";
import "./chunk-A7RSTFOV.js";
import "./chunk-TZXIYNRP.js";
export {
  responseReader
};
