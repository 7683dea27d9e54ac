import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  auditCommand,
  calibrateCommand,
  checkCommand,
  checkedUp,
  openReport,
  reportCommand,
  reportDirectory,
  show,
  textOf,
  wholeNumber,
  withPorts
} from "./chunk-EEIWJBMZ.js";
import "./chunk-DY7BMKJK.js";
import "./chunk-QQCLGOQL.js";
import "./chunk-3BV2L3PZ.js";
import "./chunk-2PCSJQJG.js";
import "./chunk-35JWL44K.js";
import "./chunk-IN5NX6PE.js";
import "./chunk-BGVLAPRC.js";
import "./chunk-K23HYIQN.js";
import "./chunk-KRVARZLM.js";
import "./chunk-KS6BEUIK.js";
import "./chunk-TZXIYNRP.js";
export {
  auditCommand,
  calibrateCommand,
  checkCommand,
  checkedUp,
  openReport,
  reportCommand,
  reportDirectory,
  show,
  textOf,
  wholeNumber,
  withPorts
};
