import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  findSkipReason
} from "./chunk-AR6R6OI5.js";
import {
  measureUnless
} from "./chunk-UXX42OK3.js";

// src/pipeline/check/permitted-mode.ts
async function permittedMode(ports, request) {
  return request.mode.kind === "measure" ? measureUnless(await findSkipReason(ports, request)) : request.mode;
}

export {
  permittedMode
};
