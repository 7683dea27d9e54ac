import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  withoutSecrets
} from "./chunk-QX26DWQ6.js";
import {
  invisible
} from "./chunk-RVTRFKPY.js";

// src/adapters/process/safe-line.ts
function safeLine(line, workflow) {
  const plain = withoutSecrets(line).slice(0, 4 * mostCharacters).replaceAll(/\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|.)/g, "").replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ").replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, "").replaceAll(invisible, "");
  const known = withoutSecrets(plain);
  const clipped = known.length <= mostCharacters ? known : `${Array.from(known).slice(0, mostCharacters).join("")}…`;
  return workflow ? clipped.replaceAll(/:(?=:)/g, ":​").replaceAll(/##(?=\[)/g, "##​") : clipped;
}
var mostCharacters = 2e3;

export {
  safeLine
};
