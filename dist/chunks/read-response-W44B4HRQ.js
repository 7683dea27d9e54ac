import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  responseReader
} from "./chunk-5JYTPQIL.js";
import "./chunk-X6EDLOEJ.js";
import "./chunk-3PQERWFJ.js";
import "./chunk-TZXIYNRP.js";
export {
  responseReader
};
