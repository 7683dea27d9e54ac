import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  checkCommand,
  reportCommand,
  show
} from "./chunk-HCDEDZ3I.js";
import "./chunk-YRLQ2DSP.js";
import "./chunk-4YN7D2OA.js";
import "./chunk-UE2ZDIGW.js";
import "./chunk-RZMYW46V.js";
import "./chunk-QGLC3NYM.js";
import "./chunk-FXA5CVO3.js";
import "./chunk-LFOYLBOK.js";
import "./chunk-3BEQDUJO.js";
import "./chunk-NRSEOSNG.js";
import "./chunk-5QR2JYL4.js";
import "./chunk-RG5UVGBU.js";
import "./chunk-3D3TGECY.js";
import "./chunk-QQWO63J7.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-FPUCJU3M.js";
import "./chunk-3C4F6WCH.js";
import "./chunk-3JHYFDAC.js";
import "./chunk-6E5KQXPH.js";
import "./chunk-KDQGDI5A.js";
import "./chunk-JGXUTWR6.js";
import "./chunk-HX4LHGFV.js";
import "./chunk-WPEJBQSQ.js";
import "./chunk-KBETWHL5.js";
import "./chunk-OOF76JK4.js";
import "./chunk-ZL6RG2C7.js";
import "./chunk-FUZ4L4XB.js";
import "./chunk-HGTELZ3E.js";
import "./chunk-6QLLVEX6.js";
import "./chunk-7UZZQ5SR.js";
import "./chunk-KNCWSQRP.js";
import "./chunk-Y2HFNBLV.js";
import "./chunk-XFDN5KFR.js";
import "./chunk-EJDUAURA.js";
import "./chunk-TH5BZSTX.js";
import "./chunk-5GJ2XYCO.js";
import "./chunk-4TCD3GWD.js";
import "./chunk-HT3GBCEW.js";
import "./chunk-QFMDIEJM.js";
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
