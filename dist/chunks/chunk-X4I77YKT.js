import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UnsafePathError
} from "./chunk-SULUFCEC.js";

// src/core/at-once.ts
async function atOnce(items, task) {
  const stop = new AbortController();
  const tasks = items.map(async (item) => {
    try {
      return await task(item, stop.signal);
    } catch (error) {
      stop.abort(error);
      throw error;
    }
  });
  const ends = await Promise.allSettled(tasks);
  stop.signal.throwIfAborted();
  return ends.flatMap((end) => end.status === "fulfilled" ? [end.value] : []);
}

// src/adapters/plain-files/safe-path.ts
import { constants } from "node:fs";
import { lstat, mkdir, open } from "node:fs/promises";
import { join } from "node:path";
async function makeRealFolder(root, folder) {
  let place = root;
  for (const name of folder.split("/").filter((part) => part !== "" && part !== ".")) {
    if (name === "..") throw new UnsafePathError(folder, "leads out of the tree");
    place = join(place, name);
    const status = await lstat(place).catch(() => null);
    if (status === null) await mkdir(place);
    else if (!status.isDirectory()) throw new UnsafePathError(folder, "a parent is a link or a file");
  }
}
async function writeNewFile(root, path, content) {
  const parts = safeParts(path);
  await makeRealFolder(root, parts.slice(0, -1).join("/"));
  const flags = constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW | constants.O_WRONLY;
  const file = await open(join(root, path), flags, 420).catch((cause) => {
    if (isErrno(cause, ["EEXIST", "ELOOP", "ENAMETOOLONG"]))
      throw new UnsafePathError(path, "is already there");
    throw cause;
  });
  try {
    await file.writeFile(content);
  } finally {
    await file.close();
  }
}
async function refuseTaken(folder, path) {
  const parts = safeParts(path);
  for (const length of parts.keys()) {
    const status = await lstat(join(folder, ...parts.slice(0, length + 1))).catch(() => null);
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
  atOnce,
  makeRealFolder,
  writeNewFile,
  refuseTaken,
  isErrno
};
