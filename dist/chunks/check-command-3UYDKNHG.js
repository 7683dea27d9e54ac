import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  checkCommand,
  reportCommand,
  show
} from "./chunk-GZE6VXQJ.js";
import "./chunk-2KIPEYBV.js";
import "./chunk-HLBFWSJT.js";
import "./chunk-HZ36XJBI.js";
import "./chunk-V5ZIIBJW.js";
import "./chunk-GO4C535Z.js";
import "./chunk-CSZIQBKX.js";
import "./chunk-CQBXOSY3.js";
import "./chunk-WXLGVXIB.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-KF2CM26I.js";
import "./chunk-VESUE4UJ.js";
import "./chunk-VWDYUV44.js";
import "./chunk-NJYVFXTX.js";
import "./chunk-KNM2RNIF.js";
import "./chunk-HE6MPBR5.js";
import "./chunk-BATYQILO.js";
import "./chunk-XNFXFQWI.js";
import "./chunk-GYM7SQOO.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-TW6MWD2I.js";
import "./chunk-SULUFCEC.js";
import "./chunk-KRVARZLM.js";
import "./chunk-XUWXBFDG.js";
import "./chunk-6YGDI4PO.js";
import "./chunk-TZXIYNRP.js";
export {
  checkCommand,
  reportCommand,
  show
};
