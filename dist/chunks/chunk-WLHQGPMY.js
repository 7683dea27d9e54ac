import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  gitsOwn,
  whyProtected
} from "./chunk-ZUIFAYG5.js";
import {
  makeFolders,
  syncFolder
} from "./chunk-6LWDA2XH.js";
import {
  isErrno
} from "./chunk-BP7YH5IA.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";

// src/adapters/plain-files/own-folder.ts
import { constants } from "node:fs";
import { access, lstat, readdir, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
var ownFolder = ".spec-portability";
var entriesAtMost = 5e5;
async function openOwnFolder(place, use2) {
  const { directory } = place;
  const around = await repositoryAround(directory);
  const why = await whyUnsafe(place, around) ?? await whyNotMade(directory, around);
  if (why !== null) throw refusal(directory, use2, why);
}
function refusal(directory, { code, what, input }, why) {
  const otherwise = why === gitsOwn ? "" : ", or remove what is there";
  return new UserError(
    code,
    `the ${what} folder ${directory} ${why}.`,
    `Set \`${input}\` to a folder that git ignores and that only this action writes${otherwise}.`
  );
}
async function whyUnsafe({ directory, tracks }, repositoryRoot) {
  return (repositoryRoot === null ? null : await linkBefore(directory, repositoryRoot)) ?? (await isLink(directory) ? "is a symbolic link" : null) ?? await whyProtected(directory, tracks) ?? await fileOnTheWay(directory) ?? await whatItHolds(directory);
}
async function whyNotMade(directory, repositoryRoot) {
  try {
    await makeFolder(directory, repositoryRoot);
    return null;
  } catch (error) {
    if (!isErrno(error, notAllowed)) throw error;
    return `cannot be written to (${String(error)})`;
  }
}
var notAllowed = ["EACCES", "EPERM", "EROFS", "ENAMETOOLONG", "ENOENT"];
async function repositoryAround(directory) {
  for (let folder = dirname(directory); ; folder = dirname(folder)) {
    if (await lstat(join(folder, ".git")).catch(() => null) !== null) return folder;
    if (folder === dirname(folder)) return null;
  }
}
async function linkBefore(directory, repositoryRoot) {
  let parent = repositoryRoot;
  for (const name of relative(repositoryRoot, dirname(directory)).split(sep)) {
    parent = join(parent, name);
    if (parent !== repositoryRoot && await isLink(parent))
      return `lies behind the symbolic link ${relative(repositoryRoot, parent)}`;
  }
  return null;
}
async function fileOnTheWay(directory) {
  for (let place = directory; place !== dirname(place); place = dirname(place)) {
    const status = await stat(place).catch(() => null);
    if (status?.isDirectory() === true) return null;
    if (status !== null) return place === directory ? "is a file" : `lies behind the file ${place}`;
  }
  return null;
}
async function whatItHolds(directory) {
  const waiting = [directory];
  let seen = 0;
  for (let folder = waiting.pop(); folder !== void 0; folder = waiting.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    seen += entries.length;
    if (seen > entriesAtMost) return `holds more than ${entriesAtMost} entries`;
    const link = entries.find((entry) => entry.isSymbolicLink());
    if (link !== void 0) return `holds the symbolic link ${relative(directory, join(folder, link.name))}`;
    waiting.push(...entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name)));
  }
  return null;
}
async function makeFolder(directory, repositoryRoot) {
  const names = repositoryRoot === null ? [] : relative(repositoryRoot, directory).split(sep);
  const at = names.indexOf(ownFolder);
  if (repositoryRoot !== null && at !== -1) {
    const own = join(repositoryRoot, ...names.slice(0, at + 1));
    const isNew = await makeDurably(own);
    if (isNew) await writeFile(join(own, ".gitignore"), "*\n", { flag: "wx" });
  }
  await makeDurably(directory);
  await access(directory, constants.W_OK);
}
async function makeDurably(directory) {
  const made = await makeFolders(directory);
  for (const folder of made) await syncFolder(dirname(folder));
  return made.length > 0;
}
async function isLink(path) {
  const status = await lstat(path).catch(() => null);
  return status?.isSymbolicLink() === true;
}

// src/adapters/report-files/report-folder.ts
async function openReportFolder(place) {
  await openOwnFolder(place, use);
}
var use = { code: "REPORT_FOLDER_UNSAFE", what: "report", input: "report-dir" };
async function openFanOutFolder({ directory, tracks }) {
  const why = await whyProtected(directory, tracks) ?? await whyNotMade(directory, null);
  if (why === null) return;
  throw new UserError(
    "REPORT_FOLDER_UNSAFE",
    `the fan-out folder ${directory} ${why}.`,
    "Set `fan-out` to a folder that git ignores and that this action may write to."
  );
}

export {
  openOwnFolder,
  openReportFolder,
  openFanOutFolder
};
