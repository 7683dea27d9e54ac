import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  explain
} from "./chunk-5N3OJ36N.js";
import "./chunk-BLVKCUNK.js";
import "./chunk-QX26DWQ6.js";
import "./chunk-SULUFCEC.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-TZXIYNRP.js";
export {
  explain
};
