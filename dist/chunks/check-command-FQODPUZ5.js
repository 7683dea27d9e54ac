import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  checkCommand,
  reportCommand,
  show
} from "./chunk-Q67TGWKX.js";
import "./chunk-RWRU3BKK.js";
import "./chunk-CXFQILNQ.js";
import "./chunk-N6PZUK4T.js";
import "./chunk-FPUCJU3M.js";
import "./chunk-XMDQGKTD.js";
import "./chunk-OLHDB7EX.js";
import "./chunk-DL64IXGD.js";
import "./chunk-4PZQ2BQU.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-NLAF3BOK.js";
import "./chunk-HGFOS64M.js";
import "./chunk-UBE2Q3WA.js";
import "./chunk-VQ6F5UGK.js";
import "./chunk-EVPN52UL.js";
import "./chunk-II2UII7V.js";
import "./chunk-QXAAWC6M.js";
import "./chunk-4FOEDXER.js";
import "./chunk-FXA5CVO3.js";
import "./chunk-WJI46ZL3.js";
import "./chunk-O3IM6JGH.js";
import "./chunk-VXA2575E.js";
import "./chunk-TW6MWD2I.js";
import "./chunk-QX26DWQ6.js";
import "./chunk-5LJOY3JM.js";
import "./chunk-I5ZENGQ2.js";
import "./chunk-KRVARZLM.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-3PQERWFJ.js";
import "./chunk-TZXIYNRP.js";
export {
  checkCommand,
  reportCommand,
  show
};
