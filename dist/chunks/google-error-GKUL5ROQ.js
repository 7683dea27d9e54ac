import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  googleError
} from "./chunk-C4C5GC3Y.js";
import "./chunk-A7RSTFOV.js";
import "./chunk-TZXIYNRP.js";
export {
  googleError
};
