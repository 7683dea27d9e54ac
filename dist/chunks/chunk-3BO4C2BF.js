import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UserError,
  openRepository
} from "./chunk-WSJ3JF5A.js";

// src/adapters/git/tracked-anywhere.ts
import { lstat, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
function trackedAnywhere(environment, known = null) {
  return async (path) => {
    const folder = await folderOf(path);
    const root = await rootAround(folder);
    if (root === null) return false;
    if (root === known?.root) return known.tracks(path);
    try {
      const repository = await openRepository(folder, environment);
      return await repository.tracks(path);
    } catch (error) {
      if (error instanceof UserError) return false;
      throw error;
    }
  };
}
async function folderOf(path) {
  for (let place = path; place !== dirname(place); place = dirname(place))
    if ((await stat(place).catch(() => null))?.isDirectory() === true) return place;
  return "/";
}
async function rootAround(folder) {
  for (let place = folder; ; place = dirname(place)) {
    if (await lstat(join(place, ".git")).catch(() => null) !== null) return place;
    if (place === dirname(place)) return null;
  }
}

export {
  trackedAnywhere
};
