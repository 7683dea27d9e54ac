import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  explain
} from "./chunks/chunk-H6XFXH6O.js";
import "./chunks/chunk-BLVKCUNK.js";
import "./chunks/chunk-QX26DWQ6.js";
import "./chunks/chunk-SULUFCEC.js";
import "./chunks/chunk-I5ZENGQ2.js";
import "./chunks/chunk-TZXIYNRP.js";

// src/entry/action.ts
import { fileURLToPath } from "node:url";
var isBundled = !import.meta.url.endsWith(".ts");
var fileAt = (path) => fileURLToPath(new URL(path, import.meta.url));
var programs = {
  nodeTestReporter: fileAt(isBundled ? "./node-test-reporter.mjs" : "../inside/node-test-reporter.mjs"),
  cacheClient: fileAt(isBundled ? "./cache-client.js" : "./cache-client.ts")
};
try {
  const { runAction } = await import("./chunks/run-action-OVD4KKLH.js");
  process.exitCode = await runAction(programs);
} catch (error) {
  const core = await import("./chunks/core-YT4J42MC.js");
  const { code, text } = explain(error);
  core.error(text);
  process.exitCode = code;
}
