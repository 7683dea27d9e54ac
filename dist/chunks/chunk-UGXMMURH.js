import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UserError
} from "./chunk-SULUFCEC.js";

// src/pipeline/engine/interrupted.ts
function interrupted() {
  return new UserError(
    "INTERRUPTED",
    "the run was stopped before there was a result.",
    "Start it again: what was finished is kept."
  );
}

export {
  interrupted
};
