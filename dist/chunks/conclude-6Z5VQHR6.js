import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  answered,
  checkedOf,
  nothingAsked,
  planOnly,
  repeated
} from "./chunk-H4YXFO3B.js";
import "./chunk-6QAFNEBM.js";
import "./chunk-UQMYXL4J.js";
import "./chunk-KJXPSN6G.js";
import "./chunk-K3KIKXSD.js";
import "./chunk-QMCVDFEW.js";
import "./chunk-CJZHJ5J6.js";
import "./chunk-B3NA2ASR.js";
import "./chunk-3BNHHGR5.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-EC5NCOGM.js";
import "./chunk-WN6ARJTN.js";
import "./chunk-BY5N46VV.js";
import "./chunk-URDBBB6M.js";
import "./chunk-6AFDCV7Q.js";
import "./chunk-LFPDN5PX.js";
import "./chunk-WB3DL7TO.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-KZR5TS5E.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  answered,
  checkedOf,
  nothingAsked,
  planOnly,
  repeated
};
