import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  explain
} from "./chunks/chunk-OMWSFART.js";
import "./chunks/chunk-CTRI22HI.js";
import "./chunks/chunk-TZXIYNRP.js";

// src/entry/action.ts
import { fileURLToPath } from "node:url";
var nodeTestReporter = fileURLToPath(new URL("./node-test-reporter.mjs", import.meta.url));
try {
  const { runAction } = await import("./chunks/run-action-PFEN4RBY.js");
  process.exitCode = await runAction({ nodeTestReporter });
} catch (error) {
  const core = await import("./chunks/core-MM7V4GSJ.js");
  const { code, text } = explain(error);
  core.error(text);
  process.exitCode = code;
}
