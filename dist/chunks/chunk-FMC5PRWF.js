import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  interrupted
} from "./chunk-UGXMMURH.js";

// src/entry/wiring/interrupt.ts
var codes = { SIGINT: 130, SIGTERM: 143 };
var received = null;
function interruptSignal(say) {
  const controller = new AbortController();
  const stop = (name) => {
    if (received !== null) process.exit(codes[received]);
    received = name;
    say("stopping: finished samples are kept. Press Ctrl-C again to exit immediately.");
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return controller.signal;
}
function interruptCode() {
  return received === null ? null : codes[received];
}
function unlessInterrupted(error) {
  return received === null ? error : interrupted();
}

export {
  interruptSignal,
  interruptCode,
  unlessInterrupted
};
