import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  child_process,
  crypto,
  fs,
  os,
  path,
  stream,
  util
} from "./chunk-MVL3Q5M2.js";
import "./chunk-TZXIYNRP.js";
export {
  child_process,
  crypto,
  fs,
  os,
  path,
  stream,
  util
};
