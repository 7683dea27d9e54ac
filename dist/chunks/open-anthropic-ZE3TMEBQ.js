import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  loadAnthropic,
  openAnthropic
} from "./chunk-DXWI3XGN.js";
import "./chunk-PSOCJK5S.js";
import "./chunk-TZXIYNRP.js";
export {
  loadAnthropic,
  openAnthropic
};
