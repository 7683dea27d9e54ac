import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  keepCompiled
} from "./chunks/chunk-OQC4DND6.js";
import "./chunks/chunk-FMJFPCHD.js";
import "./chunks/chunk-TZXIYNRP.js";

// src/entry/action.ts
import { fileURLToPath } from "node:url";
var isBundled = !import.meta.url.endsWith(".ts");
var fileAt = (path) => fileURLToPath(new URL(path, import.meta.url));
var programs = {
  nodeTestReporter: fileAt(isBundled ? "./node-test-reporter.mjs" : "../inside/node-test-reporter.mjs"),
  cacheClient: fileAt(isBundled ? "./cache-client.js" : "./cache-client.ts")
};
keepCompiled();
try {
  const { runAction } = await import("./chunks/run-action-X3AMWKEI.js");
  process.exitCode = await runAction(programs);
} catch (error) {
  const core = await import("./chunks/core-7PTWBODG.js");
  const { explain } = await import("./chunks/fail-4PEEC33A.js");
  const { code, text } = explain(error);
  core.error(text);
  process.exitCode = code;
}
