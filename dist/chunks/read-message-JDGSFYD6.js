import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  messageReader
} from "./chunk-EDTBLE7M.js";
import "./chunk-X6EDLOEJ.js";
import "./chunk-3PQERWFJ.js";
import "./chunk-TZXIYNRP.js";
export {
  messageReader
};
