import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  checkCommand,
  reportCommand,
  show
} from "./chunk-PHENFSOM.js";
import "./chunk-YHKFT2YM.js";
import "./chunk-OMR4P5RQ.js";
import "./chunk-AEKR6KNG.js";
import "./chunk-6C7HAO4F.js";
import "./chunk-54XGMRAU.js";
import "./chunk-AEGG2LN5.js";
import "./chunk-RH4BY2RO.js";
import "./chunk-2TWWNNIG.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-DX5RZUVG.js";
import "./chunk-L2GRB5IY.js";
import "./chunk-ODK6GNQL.js";
import "./chunk-WDJ4H2E6.js";
import "./chunk-TTKZ2G65.js";
import "./chunk-TBFYLHRO.js";
import "./chunk-LB4JAMUB.js";
import "./chunk-RRH7ZQMW.js";
import "./chunk-3OZ45VNQ.js";
import "./chunk-O3IM6JGH.js";
import "./chunk-VXA2575E.js";
import "./chunk-TW6MWD2I.js";
import "./chunk-5LJOY3JM.js";
import "./chunk-KRVARZLM.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-3PQERWFJ.js";
import "./chunk-TZXIYNRP.js";
export {
  checkCommand,
  reportCommand,
  show
};
