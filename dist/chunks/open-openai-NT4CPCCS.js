import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  loadOpenai,
  openOpenai
} from "./chunk-MW7M3JME.js";
import "./chunk-PSOCJK5S.js";
import "./chunk-TZXIYNRP.js";
export {
  loadOpenai,
  openOpenai
};
