#!/usr/bin/env node
import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  keepCompiled
} from "./chunks/chunk-OQC4DND6.js";
import "./chunks/chunk-FMJFPCHD.js";
import "./chunks/chunk-TZXIYNRP.js";

// src/entry/wiring/too-old-node.ts
var oldest = { major: 20, minor: 19 };
function tooOldNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isOld = major < oldest.major || major === oldest.major && minor < oldest.minor;
  return isOld ? `spec-portability needs Node ${oldest.major}.${oldest.minor} or newer; this is Node ${version}` : null;
}

// src/entry/cli.ts
var tooOld = tooOldNode(process.versions.node);
if (tooOld !== null) {
  process.stderr.write(`${tooOld}
`);
  process.exit(2);
}
keepCompiled();
await import("./chunks/command-line-KNW2TONQ.js");
