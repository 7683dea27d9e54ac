import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  whyProtected
} from "./chunk-YWP7CK7B.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";

// src/adapters/report-files/result-file.ts
import { lstat, mkdir, open, unlink } from "node:fs/promises";
import { dirname } from "node:path";
async function openResultFile(path, tracks) {
  const why = await whyProtected(path, tracks);
  if (why !== null)
    throw new UserError(
      "RESULT_NOT_WRITABLE",
      `\`--result ${path}\` ${why}, and a result would replace it. No model was asked.`,
      "Name a file that git neither tracks nor uses."
    );
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
