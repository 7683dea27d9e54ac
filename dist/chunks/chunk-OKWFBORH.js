import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UserError
} from "./chunk-SULUFCEC.js";

// src/entry/wiring/fail.ts
function explain(error) {
  if (error instanceof UserError) return { code: 2, text: error.message };
  const story = error instanceof Error ? error.stack ?? error.message : String(error);
  return {
    code: 70,
    text: `internal error, please report it with this text at the project's issues page:
${story}`
  };
}

export {
  explain
};
