import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  googleError
} from "./chunk-3UOMRLNR.js";
import "./chunk-3PQERWFJ.js";
import "./chunk-TZXIYNRP.js";
export {
  googleError
};
