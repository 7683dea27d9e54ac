import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UnsafePathError
} from "./chunk-SULUFCEC.js";

// src/adapters/plain-files/safe-path.ts
import { closeSync, constants, lstatSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
async function makeRealFolder(root, folder) {
  let place = root;
  for (const name of folder.split("/").filter((part) => part !== "" && part !== ".")) {
    if (name === "..") throw new UnsafePathError(folder, "leads out of the tree");
    place = join(place, name);
    const status = statusOf(place);
    if (status === null) mkdirSync(place);
    else if (!status.isDirectory()) throw new UnsafePathError(folder, "a parent is a link or a file");
  }
}
async function writeNewFile(root, path, content) {
  const parts = safeParts(path);
  await makeRealFolder(root, parts.slice(0, -1).join("/"));
  const flags = constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW | constants.O_WRONLY;
  let file;
  try {
    file = openSync(join(root, path), flags, 420);
  } catch (cause) {
    if (isErrno(cause, ["EEXIST", "ELOOP", "ENAMETOOLONG"]))
      throw new UnsafePathError(path, "is already there");
    throw cause;
  }
  try {
    writeFileSync(file, content);
  } finally {
    closeSync(file);
  }
}
function statusOf(place) {
  try {
    return lstatSync(place);
  } catch {
    return null;
  }
}
async function refuseTaken(folder, path) {
  const parts = safeParts(path);
  for (const length of parts.keys()) {
    const status = statusOf(join(folder, ...parts.slice(0, length + 1)));
    if (status === null) return;
    if (length + 1 === parts.length) throw new UnsafePathError(path, "is already there");
    if (!status.isDirectory()) throw new UnsafePathError(path, "a parent is a link or a file");
  }
}
function isErrno(error, codes) {
  return typeof error === "object" && error !== null && "code" in error && codes.includes(String(error.code));
}
function safeParts(path) {
  const parts = path.split("/");
  if (parts.every((part) => isSafeName(part))) return parts;
  throw new UnsafePathError(path, "is no plain relative path");
}
function isSafeName(name) {
  return !["", ".", ".."].includes(name) && name.toLowerCase() !== ".git" && !/[\0\\]/.test(name);
}

export {
  makeRealFolder,
  writeNewFile,
  refuseTaken,
  isErrno
};
