import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/adapters/process/keep-heap-small.ts
import { setFlagsFromString } from "node:v8";
function keepHeapSmall() {
  setFlagsFromString("--heap-growing-percent=30");
  setFlagsFromString("--semi-space-growth-factor=1");
}

export {
  keepHeapSmall
};
