import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UserError,
  diskError,
  withoutSecrets
} from "./chunk-WSJ3JF5A.js";

// src/entry/wiring/fail.ts
function explain(thrown) {
  const error = thrown instanceof UserError ? thrown : diskError(thrown) ?? thrown;
  if (error instanceof UserError) return { code: 2, text: withoutSecrets(error.message) };
  const story = error instanceof Error ? error.stack ?? error.message : String(error);
  return {
    code: 70,
    text: `internal error: this is a bug in spec-portability. Please open an issue with this text:
${withoutSecrets(story)}`
  };
}

export {
  explain
};
