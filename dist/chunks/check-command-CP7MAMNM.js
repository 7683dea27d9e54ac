import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  checkCommand,
  reportCommand,
  show
} from "./chunk-KPRVLRAI.js";
import "./chunk-WTZWQRIR.js";
import "./chunk-CW4NTNXM.js";
import "./chunk-ZOAB6EDL.js";
import "./chunk-HDHNNS7B.js";
import "./chunk-MNBIE5LZ.js";
import "./chunk-5Z7V3Y6J.js";
import "./chunk-SB5F4ATV.js";
import "./chunk-ORABFEFN.js";
import "./chunk-SLUAVTL4.js";
import "./chunk-Y7HCLFWI.js";
import "./chunk-IF5ZEEKF.js";
import "./chunk-VF3QBBQ2.js";
import "./chunk-ELPA7GFD.js";
import "./chunk-C4XTJV36.js";
import "./chunk-IPFQTRPZ.js";
import "./chunk-RIUM4UMI.js";
import "./chunk-SKT76OIG.js";
import "./chunk-6O6L5V5O.js";
import "./chunk-B2LEGMZX.js";
import "./chunk-H3D7WG7A.js";
import "./chunk-L3VD4E4D.js";
import "./chunk-FKPVD4LW.js";
import "./chunk-BOMSCKQE.js";
import "./chunk-LHJZ3TNV.js";
import "./chunk-T2RPMLP2.js";
import "./chunk-Q42KYLGV.js";
import "./chunk-IXPGHKS6.js";
import "./chunk-2CKKIL3Y.js";
import "./chunk-RT5TOPAJ.js";
import "./chunk-HOS52EQB.js";
import "./chunk-Y2HFNBLV.js";
import "./chunk-64RKU2FI.js";
import "./chunk-3KY7A7BY.js";
import "./chunk-IIQOEHDQ.js";
import "./chunk-7BZWKOQR.js";
import "./chunk-Z4KWUEOG.js";
import "./chunk-RD7I5CWG.js";
import "./chunk-ZF2CRVBW.js";
import "./chunk-W4O5ATHL.js";
import "./chunk-GAFRLJQO.js";
import "./chunk-DMOH4KPQ.js";
import "./chunk-NAHOFGQS.js";
import "./chunk-SULUFCEC.js";
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
