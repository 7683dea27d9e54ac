import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  keptFolder,
  makeOnlyOurs
} from "./chunk-JPERIC3B.js";
import {
  hostVariable
} from "./chunk-6CWAJ6GY.js";

// src/entry/wiring/keep-compiled.ts
import * as module from "node:module";
function keepCompiled() {
  if (hostVariable("RUNNER_ENVIRONMENT") === "github-hosted") return;
  const folder = keptFolder("compiled");
  const { enableCompileCache } = module;
  if (makeOnlyOurs(folder)) enableCompileCache?.(folder);
}

export {
  keepCompiled
};
