import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  contentReader
} from "./chunk-66G5OE7I.js";
import "./chunk-X6EDLOEJ.js";
import "./chunk-3PQERWFJ.js";
import "./chunk-TZXIYNRP.js";
export {
  contentReader
};
