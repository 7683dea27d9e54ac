import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  hostVariable,
  keptFolder,
  makeOnlyOurs
} from "./chunk-FMJFPCHD.js";

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
