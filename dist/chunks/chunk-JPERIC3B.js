import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  ownUser
} from "./chunk-6CWAJ6GY.js";

// src/adapters/process/kept-folder.ts
import { lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
function keptFolder(purpose) {
  return join(tmpdir(), `spec-portability-${purpose}-${ownUser().uid}`);
}
function makeOnlyOurs(folder) {
  try {
    mkdirSync(folder, { mode: 448 });
  } catch {
  }
  return isOnlyOurs(folder);
}
function isOnlyOurs(folder) {
  const status = lstatSync(folder, { throwIfNoEntry: false });
  return status?.isDirectory() === true && status.uid === ownUser().uid && (status.mode & 63) === 0;
}

export {
  keptFolder,
  makeOnlyOurs,
  isOnlyOurs
};
