import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UserError
} from "./chunk-SULUFCEC.js";

// src/adapters/plain-files/disk-error.ts
var reasons = {
  ENOSPC: "its disk has no space left",
  EDQUOT: "the disk quota is used up",
  EROFS: "its file system is read-only"
};
var words = [
  [/No space left on device/i, "ENOSPC"],
  [/Disk quota exceeded/i, "EDQUOT"],
  [/Read-only file system/i, "EROFS"]
];
function diskError(error, path = null) {
  for (const cause of causesOf(error)) {
    const code = codeOf(cause);
    if (code === null) continue;
    const place = path ?? textOf(cause, "dest") ?? textOf(cause, "path") ?? "a file";
    return new UserError(
      "DISK_NOT_WRITABLE",
      `${place} could not be written: ${reasons[code]} (${code}).`,
      "Free space there, or name folders on another disk (`records`, `report-dir`, the variable TMPDIR), and start again: what was finished is kept."
    );
  }
  return null;
}
function causesOf(error) {
  const causes = [];
  for (let cause = error; isCause(cause) && causes.length < 5; cause = cause["cause"]) causes.push(cause);
  return causes;
}
function isCause(value) {
  return typeof value === "object" && value !== null;
}
function codeOf(cause) {
  const code = textOf(cause, "code");
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EROFS") return code;
  const message = textOf(cause, "message") ?? "";
  return words.find(([said]) => said.test(message))?.[1] ?? null;
}
function textOf(cause, name) {
  const value = cause[name];
  return typeof value === "string" ? value : null;
}

export {
  diskError
};
