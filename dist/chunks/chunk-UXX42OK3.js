import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/pipeline/check/check-request.ts
function measureUnless(why) {
  return why === null ? { kind: "measure" } : { kind: "plan-only", why };
}
var dryRun = { kind: "plan-only", why: "Dry run: no model was asked." };
function repeating(mode, earlier) {
  return earlier === null ? mode : { kind: "repeat", earlier };
}

export {
  measureUnless,
  dryRun,
  repeating
};
