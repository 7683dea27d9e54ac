import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  loadOpenai,
  openOpenai
} from "./chunk-L3NTPYBG.js";
import "./chunk-CJKLWDHO.js";
import "./chunk-TZXIYNRP.js";
export {
  loadOpenai,
  openOpenai
};
