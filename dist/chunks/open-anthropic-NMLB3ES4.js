import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  loadAnthropic,
  openAnthropic
} from "./chunk-BVMKEOIE.js";
import "./chunk-CJKLWDHO.js";
import "./chunk-TZXIYNRP.js";
export {
  loadAnthropic,
  openAnthropic
};
