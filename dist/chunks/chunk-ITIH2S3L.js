import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  inside
} from "./chunk-WH65JLMK.js";
import {
  isErrno
} from "./chunk-BP7YH5IA.js";

// src/adapters/plain-files/read-plain-file.ts
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
var readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
async function readPlainFile(path, capBytes) {
  const file = await open(path, readFlags).catch((error) => notOpened(error));
  if ("kind" in file) return file;
  try {
    const why = whyNotPlain(await file.stat(), capBytes);
    return why === null ? { kind: "read", bytes: await file.readFile() } : { kind: "refused", why };
  } finally {
    await file.close();
  }
}
async function readFileBelow(folder, path, capBytes) {
  return readFileBelowSync(folder, path, capBytes);
}
function readFileBelowSync(folder, path, capBytes) {
  const file = join(folder, path);
  let place = folder;
  for (const name of (inside(folder, dirname(file)) ?? "").split(sep)) {
    place = join(place, name);
    const status = lstatSync(place, { throwIfNoEntry: false });
    if (status === void 0) return { kind: "absent" };
    if (!status.isDirectory()) return { kind: "refused", why: "lies behind a link or a file" };
  }
  return readAtOnce(file, capBytes);
}
function readAtOnce(path, capBytes) {
  let file;
  try {
    file = openSync(path, readFlags);
  } catch (error) {
    return notOpened(error);
  }
  try {
    const status = fstatSync(file);
    const why = whyNotPlain(status, capBytes);
    return why === null ? { kind: "read", bytes: readFileSync(file) } : { kind: "refused", why };
  } finally {
    closeSync(file);
  }
}
async function readTextBelow(folders, path, capBytes) {
  const folder = folders.find((candidate) => (inside(candidate, path) ?? "") !== "");
  if (folder === void 0) return null;
  const file = await readFileBelow(folder, inside(folder, path) ?? "", capBytes);
  return file.kind === "read" ? file.bytes.toString("utf8") : null;
}
async function readPiecesBelow(folders, path, take) {
  const folder = folders.find((candidate) => (inside(candidate, path) ?? "") !== "");
  if (folder === void 0 || !await hasRealParents(folder, path)) return false;
  const file = await open(path, readFlags).catch(() => null);
  if (file === null) return false;
  const isPlain = (await file.stat()).isFile();
  if (isPlain) {
    for await (const piece of file.createReadStream({ encoding: "utf8", highWaterMark: 1024 * 1024 }))
      take(String(piece));
  }
  await file.close();
  return isPlain;
}
async function hasRealParents(folder, path) {
  const way = (inside(folder, dirname(path)) ?? "").split(sep);
  let place = folder;
  for (const name of way) {
    place = join(place, name);
    const status = await lstat(place).catch(() => null);
    if (status?.isDirectory() !== true) return false;
  }
  return true;
}
function whyNotPlain(status, capBytes) {
  if (!status.isFile()) return "is not a regular file";
  return status.size > capBytes ? `is larger than ${capBytes} bytes` : null;
}
function notOpened(error) {
  if (isErrno(error, ["ENOENT", "ENOTDIR"])) return { kind: "absent" };
  if (isErrno(error, ["ELOOP", "EMLINK"])) return { kind: "refused", why: "is a symbolic link" };
  return { kind: "refused", why: `cannot be opened (${String(error)})` };
}

export {
  readPlainFile,
  readFileBelow,
  readFileBelowSync,
  readTextBelow,
  readPiecesBelow
};
