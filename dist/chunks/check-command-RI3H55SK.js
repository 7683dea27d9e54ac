import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  checkCommand,
  reportCommand,
  show
} from "./chunk-TBWBKBMW.js";
import "./chunk-QPR6FBFZ.js";
import "./chunk-YKPPME6M.js";
import "./chunk-AEKR6KNG.js";
import "./chunk-HPXS426G.js";
import "./chunk-5A2E6BU2.js";
import "./chunk-JX2GFKBU.js";
import "./chunk-CYYRITHR.js";
import "./chunk-KEJX5IZE.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-PVAYPFDO.js";
import "./chunk-GKAYRIKL.js";
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
