import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  openRepository
} from "./chunk-7427WVDO.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";

// src/adapters/git/tracked-anywhere.ts
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
function trackedAnywhere(environment) {
  return async (path) => {
    try {
      const repository = await openRepository(await folderOf(path), environment);
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

export {
  trackedAnywhere
};
