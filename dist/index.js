import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  explain
} from "./chunks/chunk-G5STTAGF.js";
import "./chunks/chunk-BGVLAPRC.js";
import "./chunks/chunk-K23HYIQN.js";
import "./chunks/chunk-TZXIYNRP.js";

// src/entry/action.ts
import { fileURLToPath } from "node:url";
var besideUs = (name) => fileURLToPath(new URL(name, import.meta.url));
var programs = {
  nodeTestReporter: besideUs("./node-test-reporter.mjs"),
  cacheClient: besideUs(import.meta.url.endsWith(".ts") ? "./cache-client.ts" : "./cache-client.js")
};
try {
  const { runAction } = await import("./chunks/run-action-D7TTE4VL.js");
  process.exitCode = await runAction(programs);
} catch (error) {
  const core = await import("./chunks/core-YT4J42MC.js");
  const { code, text } = explain(error);
  core.error(text);
  process.exitCode = code;
}
