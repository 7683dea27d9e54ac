import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UserError
} from "./chunk-5LJOY3JM.js";

// src/adapters/report-files/result-file.ts
import { lstat, mkdir, open, unlink } from "node:fs/promises";
import { dirname } from "node:path";
async function openResultFile(path) {
  try {
    await mkdir(dirname(path), { recursive: true });
    const isThere = await lstat(path).catch(() => null) !== null;
    await (await open(path, "a")).close();
    if (!isThere) await unlink(path);
  } catch (error) {
    throw new UserError(
      "RESULT_NOT_WRITABLE",
      `\`--result ${path}\` cannot be written (${error instanceof Error ? error.message : String(error)}). No model was asked.`,
      "Name a file in a folder that you may write to."
    );
  }
}

export {
  openResultFile
};
