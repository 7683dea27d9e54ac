import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UnsafePathError
} from "./chunk-SULUFCEC.js";

// src/adapters/process/environment.ts
import { constants, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
function cleanEnvironment(places) {
  return {
    PATH: places.path,
    HOME: places.home,
    LANG: "C.UTF-8",
    TZ: "UTC",
    CI: "true",
    TMPDIR: places.temporary
  };
}
function hostPath() {
  return process.env["PATH"] ?? "/usr/local/bin:/usr/bin:/bin";
}
function hostTemporaryRoot() {
  const wanted = process.env["RUNNER_TEMP"] ?? tmpdir();
  if (process.getuid?.() !== 0 || othersMayEnter(wanted)) return wanted;
  return [tmpdir(), "/tmp", "/var/tmp"].find(othersMayEnter) ?? wanted;
}
function othersMayEnter(folder) {
  try {
    for (let place = realpathSync(folder); place !== "/"; place = dirname(place))
      if ((statSync(place).mode & constants.S_IXOTH) === 0) return false;
    return true;
  } catch {
    const around = dirname(folder);
    return around !== folder && othersMayEnter(around);
  }
}
function hostVariable(name) {
  const value = process.env[name];
  return value === void 0 || value === "" ? null : value;
}
function hostEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]])
  );
}
function setVariable(name, value) {
  process.env[name] = value;
  return {
    [Symbol.dispose]: () => {
      delete process.env[name];
    }
  };
}
function ownUser() {
  return { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };
}
function ownNode() {
  return process.execPath;
}

// src/adapters/plain-files/safe-path.ts
import { constants as constants2 } from "node:fs";
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
  const parts = path.split("/");
  if (!parts.every((part) => isSafeName(part))) throw new UnsafePathError(path, "is no plain relative path");
  await makeRealFolder(root, parts.slice(0, -1).join("/"));
  const flags = constants2.O_CREAT | constants2.O_EXCL | constants2.O_NOFOLLOW | constants2.O_WRONLY;
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
function isErrno(error, codes) {
  return typeof error === "object" && error !== null && "code" in error && codes.includes(String(error.code));
}
function isSafeName(name) {
  return !["", ".", ".."].includes(name) && name.toLowerCase() !== ".git" && !/[\0\\]/.test(name);
}

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

export {
  cleanEnvironment,
  hostPath,
  hostTemporaryRoot,
  hostVariable,
  hostEnvironment,
  setVariable,
  ownUser,
  ownNode,
  makeRealFolder,
  writeNewFile,
  isErrno,
  atOnce
};
