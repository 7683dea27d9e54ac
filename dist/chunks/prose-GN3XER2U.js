import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  code,
  prose
} from "./chunk-EQ7ANNIY.js";
import "./chunk-RVTRFKPY.js";
import "./chunk-TZXIYNRP.js";
export {
  code,
  prose
};
