import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  writeMarkdown
} from "./chunk-XJQEQL4E.js";
import "./chunk-A6QV6Q5Z.js";
import "./chunk-Q7I5HJIT.js";
import "./chunk-TZXIYNRP.js";
export {
  writeMarkdown
};
