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
} from "./chunk-5SXH2IOQ.js";
import "./chunk-TUNDI7OY.js";
import "./chunk-HGBA6AAV.js";
import "./chunk-F37JWMYN.js";
import "./chunk-DB3TOS7F.js";
import "./chunk-JEV6NCSQ.js";
import "./chunk-G5STTAGF.js";
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
