import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-3IWYBWCN.js";
import "./chunk-THUHDMLQ.js";
import "./chunk-FVSSU63J.js";
import "./chunk-SA7LYKUL.js";
import "./chunk-OSVSF47P.js";
import "./chunk-J5GYMS7X.js";
import "./chunk-62MT6X5Y.js";
import "./chunk-N2DEFOSI.js";
import "./chunk-I3VVAFPO.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-BWOT4FZX.js";
import "./chunk-KHUPEOCK.js";
import "./chunk-P33PNVVQ.js";
import "./chunk-FDRKQG2W.js";
import "./chunk-QUDMBABV.js";
import "./chunk-KUOKDNTN.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-WSJ3JF5A.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-QAKTEOWQ.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  show
};
