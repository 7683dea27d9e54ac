import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/results/formats/report-format.ts
var testStatuses = ["passed", "failed", "skipped"];

export {
  testStatuses
};
