import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-SLFEBC5S.js";
import "./chunk-3CHJUKYZ.js";
import "./chunk-3F2KA4R3.js";
import "./chunk-7SQNG4HV.js";
import "./chunk-6MMVP7QF.js";
import "./chunk-OWV77CYY.js";
import "./chunk-BZASJMGE.js";
import "./chunk-UU5KAJ7T.js";
import "./chunk-YTAWJPD7.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-GLF5ROGT.js";
import "./chunk-KHUPEOCK.js";
import "./chunk-XBA5A2I6.js";
import "./chunk-CMPUC6YS.js";
import "./chunk-B3NA2ASR.js";
import "./chunk-3BNHHGR5.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-URDBBB6M.js";
import "./chunk-6AFDCV7Q.js";
import "./chunk-A7AZT5ZH.js";
import "./chunk-LFPDN5PX.js";
import "./chunk-WB3DL7TO.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-KZR5TS5E.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-KRVARZLM.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  show
};
