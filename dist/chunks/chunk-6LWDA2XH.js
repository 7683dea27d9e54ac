import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  diskError
} from "./chunk-BLVKCUNK.js";
import {
  inside
} from "./chunk-WH65JLMK.js";
import {
  isErrno
} from "./chunk-BP7YH5IA.js";
import {
  atOnce
} from "./chunk-VOBHNZZQ.js";

// src/adapters/plain-files/make-folders.ts
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
async function makeFolders(path) {
  const missing = [];
  for (let place = path; !await isFolder(place); place = dirname(place)) {
    missing.push(place);
    if (place === dirname(place)) break;
  }
  missing.reverse();
  for (const place of missing)
    await mkdir(place).catch(async (error) => {
      if (!isErrno(error, ["EEXIST"]) || !await isFolder(place)) throw error;
    });
  return missing;
}
async function isFolder(path) {
  const status = await stat(path).catch(() => null);
  return status?.isDirectory() === true;
}

// src/adapters/plain-files/replace-file.ts
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { open, rename, rm, unlink } from "node:fs/promises";
import { dirname as dirname2, join } from "node:path";
var temporaryName = /^\.[0-9a-f-]{36}\.tmp$/;
async function replaceFile(target, write, mode = 420) {
  const temporary = join(dirname2(target), `.${randomUUID()}.tmp`);
  const flags = constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW | constants.O_WRONLY;
  try {
    const file = await open(temporary, flags, mode);
    try {
      await write(file);
    } finally {
      await file.close();
    }
    await rename(temporary, target).catch(async (error) => {
      if (!isErrno(error, ["EISDIR"])) throw error;
      await rm(target, { recursive: true, force: true });
      await rename(temporary, target);
    });
  } catch (error) {
    await unlink(temporary).catch(() => void 0);
    throw diskError(error, target) ?? error;
  }
}

// src/adapters/plain-files/write-durably.ts
import { lstatSync, readdirSync } from "node:fs";
import { unlink as unlink2 } from "node:fs/promises";
import { dirname as dirname3, join as join2 } from "node:path";

// src/adapters/plain-files/sync-folder.ts
import { constants as constants2 } from "node:fs";
import { open as open2 } from "node:fs/promises";
var running = /* @__PURE__ */ new Map();
var waiting = /* @__PURE__ */ new Map();
function syncFolder(folder) {
  const next = waiting.get(folder) ?? syncNext(folder);
  waiting.set(folder, next);
  return next;
}
async function syncNext(folder) {
  await running.get(folder)?.catch(() => void 0);
  waiting.delete(folder);
  const sync = syncNow(folder);
  running.set(folder, sync);
  try {
    await sync;
  } finally {
    if (running.get(folder) === sync) running.delete(folder);
  }
}
async function syncNow(folder) {
  const handle = await open2(folder, constants2.O_RDONLY | constants2.O_DIRECTORY).catch((error) => {
    if (isErrno(error, ["EACCES"])) return null;
    throw error;
  });
  try {
    await handle?.sync();
  } finally {
    await handle?.close();
  }
}

// src/adapters/plain-files/write-durably.ts
async function writeDurably(root, path, bytes) {
  const target = join2(root, path);
  const folder = dirname3(target);
  await makeFolder(root, dirname3(path));
  await replaceFile(target, async (file) => {
    await file.writeFile(bytes);
    await file.datasync();
  });
  await atOnce([syncFolder(folder), listFolder(root, folder)], (sync) => sync);
}
async function makeFolder(root, folder) {
  let isThere = true;
  let place = root;
  for (const name of folder.split("/")) {
    place = join2(place, name);
    const status = lstatSync(place, { throwIfNoEntry: false });
    if (status?.isDirectory() === true) continue;
    isThere = false;
    listed.delete(place);
    if (status !== void 0) await unlink2(place).catch(() => void 0);
  }
  if (!isThere) await makeFolders(join2(root, folder));
}
var listed = /* @__PURE__ */ new Map();
async function listFolder(root, folder) {
  if ((inside(root, folder) ?? "") === "") return;
  const around = dirname3(folder);
  await atOnce([listed.get(folder) ?? listAllIn(around), listFolder(root, around)], (listing) => listing);
}
function listAllIn(folder) {
  const listing = syncFolder(folder);
  for (const place of readdirSync(folder).map((name) => join2(folder, name)))
    if (!listed.has(place)) listed.set(place, listing);
  listing.catch(() => {
    for (const [place, one] of listed) if (one === listing) listed.delete(place);
  });
  return listing;
}

export {
  makeFolders,
  syncFolder,
  temporaryName,
  replaceFile,
  writeDurably
};
