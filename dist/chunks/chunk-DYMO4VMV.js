import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UserError
} from "./chunk-5LJOY3JM.js";

// src/entry/wiring/fail.ts
function explain(error) {
  if (error instanceof UserError) return { code: 2, text: error.message };
  const story = error instanceof Error ? error.stack ?? error.message : String(error);
  return {
    code: 70,
    text: `internal error: this is a bug in spec-portability. Please open an issue with this text:
${story}`
  };
}

export {
  explain
};
