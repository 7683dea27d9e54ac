import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  checkCommand,
  reportCommand,
  show
} from "./chunk-TVNUGIUG.js";
import "./chunk-YGZVBP66.js";
import "./chunk-WCF7XES5.js";
import "./chunk-N6PZUK4T.js";
import "./chunk-FPUCJU3M.js";
import "./chunk-PIY45ZJA.js";
import "./chunk-RNBOCU3U.js";
import "./chunk-GIO25QNV.js";
import "./chunk-LLVB6D7K.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-QFDAU2KM.js";
import "./chunk-RFFIZIPQ.js";
import "./chunk-UBE2Q3WA.js";
import "./chunk-VQ6F5UGK.js";
import "./chunk-EVPN52UL.js";
import "./chunk-II2UII7V.js";
import "./chunk-QXAAWC6M.js";
import "./chunk-6IMY6GDH.js";
import "./chunk-FXA5CVO3.js";
import "./chunk-KZ5AD3JK.js";
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
