import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-KNFRZ4UY.js";
import "./chunk-AQ6H7VRE.js";
import "./chunk-7QZ4WG3I.js";
import "./chunk-3FJ45CGW.js";
import "./chunk-ZNCY5UMN.js";
import "./chunk-BUQAGR2V.js";
import "./chunk-7YQYDC3D.js";
import "./chunk-D64AZZL3.js";
import "./chunk-VUEQARZD.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-WVO6QA6F.js";
import "./chunk-KHUPEOCK.js";
import "./chunk-HXJWCGQX.js";
import "./chunk-TJSCSPHZ.js";
import "./chunk-P3JCGNY4.js";
import "./chunk-4OUWRDUI.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-URDBBB6M.js";
import "./chunk-6AFDCV7Q.js";
import "./chunk-A7AZT5ZH.js";
import "./chunk-LFPDN5PX.js";
import "./chunk-WB3DL7TO.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-FTRE5VC3.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-KRVARZLM.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  show
};
