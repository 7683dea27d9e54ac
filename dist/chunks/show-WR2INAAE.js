import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  show
} from "./chunk-GIYX7SYJ.js";
import "./chunk-4A3BRVXC.js";
import "./chunk-67P6IYFU.js";
import "./chunk-4R4HJXXQ.js";
import "./chunk-MTZH2DUV.js";
import "./chunk-UCKIQUHL.js";
import "./chunk-AWBWDU2H.js";
import "./chunk-X4AMMCA5.js";
import "./chunk-SS3R5DQI.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-EYTAVUBC.js";
import "./chunk-KHUPEOCK.js";
import "./chunk-YCCJNEQA.js";
import "./chunk-CF4PZ6OA.js";
import "./chunk-ILP2H2QP.js";
import "./chunk-SFMUDRBN.js";
import "./chunk-VRNSNVJL.js";
import "./chunk-RQROVOIW.js";
import "./chunk-27R2TNPY.js";
import "./chunk-6NPGJV5B.js";
import "./chunk-OS3IK72S.js";
import "./chunk-Y4O5MXR2.js";
import "./chunk-IAVDIG2U.js";
import "./chunk-X6HJ4QIY.js";
import "./chunk-J7YXO67X.js";
import "./chunk-FMJFPCHD.js";
import "./chunk-QAKTEOWQ.js";
import "./chunk-P6BWDRRG.js";
import "./chunk-TZXIYNRP.js";
export {
  show
};
