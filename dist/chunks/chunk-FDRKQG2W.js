import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UserError,
  isErrno,
  makeFolders,
  replaceFile,
  whyProtected
} from "./chunk-WSJ3JF5A.js";

// src/adapters/report-files/result-file.ts
import { writeFileSync } from "node:fs";
import { lstat, open, unlink, writeFile } from "node:fs/promises";
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
    makeFolders(dirname(path));
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
async function writeResultFile(path, text) {
  makeFolders(dirname(path));
  const status = await lstat(path).catch(() => null);
  if (status !== null && !status.isFile()) return writeFile(path, text);
  try {
    await replaceFile(
      path,
      async (file) => writeFileSync(file, text),
      status === null ? 420 : status.mode & 511
    );
  } catch (error) {
    if (status === null || !isErrno(error, ["EACCES", "EPERM", "EBUSY"])) throw error;
    await writeFile(path, text);
  }
}

export {
  openResultFile,
  writeResultFile
};
