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
  interrupted,
  interruptSignal,
  interruptCode,
  unlessInterrupted
};
