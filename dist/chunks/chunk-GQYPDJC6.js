import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  systemClock,
  utcMinute
} from "./chunk-YWP7CK7B.js";
import {
  piecesWithoutSecrets
} from "./chunk-QX26DWQ6.js";

// src/adapters/report-files/write-pages.ts
import { constants } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
async function writePages(pages, directory) {
  const generations = join(directory, "generations");
  await rm(generations, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const { path, parts } of pages) {
    if (!/^(?:index|generations\/[A-Za-z0-9_][A-Za-z0-9._-]*)\.html$/.test(path))
      throw new Error(`not a page of a report: ${path.slice(0, 80)}`);
    if (path.startsWith("generations/")) await mkdir(generations, { recursive: true });
    await writePlain(join(directory, path), parts);
  }
}
async function writePlain(path, parts) {
  await rm(path, { recursive: true, force: true });
  const file = await open(
    path,
    constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW | constants.O_WRONLY,
    420
  );
  try {
    await file.writeFile(piecesWithoutSecrets(parts));
  } finally {
    await file.close();
  }
}

// src/entry/wiring/write-html.ts
async function writeHtml(checked, directory, where) {
  const { htmlReport } = await import("./html-report-QDS5IMF7.js");
  await writePages(
    htmlReport({ ...checked, place: { ...where, at: utcMinute(systemClock().now()) } }),
    directory
  );
}

export {
  writeHtml
};
