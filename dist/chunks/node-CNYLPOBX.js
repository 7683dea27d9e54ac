import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  child_process,
  crypto,
  fs,
  os,
  path,
  stream,
  util
} from "./chunk-MQ2OBQHB.js";
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
