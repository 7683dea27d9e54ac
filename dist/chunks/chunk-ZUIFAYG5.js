import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/adapters/process/system-clock.ts
import { setTimeout as sleepFor } from "node:timers/promises";
function systemClock() {
  return {
    now: () => Date.now(),
    sleep: async (ms, signal) => {
      try {
        await sleepFor(ms, void 0, { signal });
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
    random: () => Math.random()
  };
}
function utcDay(at) {
  return new Date(at).toISOString().slice(0, 10);
}
function utcMinute(at) {
  const [day = "", time = ""] = new Date(at).toISOString().split("T");
  return `${day} ${time.slice(0, 5)} UTC`;
}

// src/adapters/plain-files/protected-place.ts
import { lstat, readlink, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
var gitsOwn = "lies in a folder of git itself";
async function whyProtected(path, tracks) {
  for (const place of /* @__PURE__ */ new Set([path, await realOf(path, mostLinks)])) {
    if (await isInGitFolder(place)) return gitsOwn;
    if (await tracks(place)) return "is tracked by git";
  }
  return null;
}
async function isInGitFolder(path) {
  for (let place = path; place !== dirname(place); place = dirname(place)) {
    if (basename(place).toLowerCase() === ".git" || await isGitFolder(place)) return true;
    if (await isThere(join(place, ".git"))) return false;
  }
  return false;
}
async function isGitFolder(folder) {
  for (const name of ["HEAD", "objects", "refs"]) if (!await isThere(join(folder, name))) return false;
  return true;
}
async function isThere(path) {
  return await lstat(path).catch(() => null) !== null;
}
var mostLinks = 40;
async function realOf(path, linksLeft) {
  const real = await realpath(path).catch(() => null);
  if (real !== null) return real;
  const target = linksLeft > 0 ? await readlink(path).catch(() => null) : null;
  if (target !== null) return realOf(resolve(dirname(path), target), linksLeft - 1);
  const parent = dirname(path);
  return parent === path ? path : join(await realOf(parent, linksLeft), basename(path));
}

export {
  systemClock,
  utcDay,
  utcMinute,
  gitsOwn,
  whyProtected
};
