import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  programOnPath
} from "./chunk-6TMICQGZ.js";
import {
  atOnce
} from "./chunk-VOBHNZZQ.js";

// src/adapters/sandbox/programs/find-programs.ts
import { basename, dirname, join, resolve } from "node:path";
import { constants } from "node:fs";
import { lstat, readdir, realpath, stat } from "node:fs/promises";
var interpreters = [
  "node",
  "npm",
  "python3",
  "python",
  "pytest",
  "go",
  "cargo",
  "ruby",
  "java",
  "deno",
  "bun"
];
async function findPrograms(search) {
  const { home, besides, asNobody } = search;
  const changeable = await atOnce(search.changeable, (folder) => realpath(folder).catch(() => folder));
  const entries = foldersOn(search.path);
  const folders = await filtered(entries, isBesideSystem);
  const unreadable = await filtered(folders, async (folder) => !await isReadable(folder, asNobody));
  const refused = await filtered(
    folders,
    async (folder) => isWithinOneOf(changeable, await realpath(folder))
  );
  const linked = await atOnce(interpreters, (name) => realProgram(name, search.path));
  const programs = [
    ...folders.filter((folder) => !unreadable.includes(folder) && !refused.includes(folder)),
    ...linked.filter((path) => path !== null).filter((path) => !isOfSystem(path) && !isWithinOneOf(changeable, path)).map((path) => dirname(path))
  ];
  const installations = await atOnce(programs, (folder) => installationsOf(folder, { home, changeable }));
  const places = [...besides, ...installations.flat()];
  const shown = await filtered(places, async (place) => await exists(place) && isReadable(place, asNobody));
  return {
    shown: outermost(shown),
    unreadable: await differentOnes(unreadable),
    refused: await differentOnes(refused)
  };
}
function hiddenPrograms({ refused, unreadable }) {
  const line = (folders, why) => folders.length === 0 ? [] : [`tests see no program of ${listed(folders)} on PATH: ${why}`];
  return [
    ...line(refused, "a pull request could change what is in there. Let `setup` install what they need."),
    ...line(
      unreadable,
      "as root they run as another user, who may not enter there. Install the tools elsewhere, or run as a user of its own."
    )
  ];
}
function listed(paths) {
  return paths.length === 1 ? `${paths[0]}` : `${paths.slice(0, -1).join(", ")} and ${paths.at(-1)}`;
}
function foldersOn(path) {
  const absolute = path.split(":").filter((entry) => entry.startsWith("/"));
  return [...new Set(absolute.map((entry) => resolve(entry)))];
}
async function differentOnes(folders) {
  const real = await atOnce(folders, (folder) => realpath(folder));
  return folders.filter((_, index) => real.indexOf(real[index] ?? "") === index);
}
async function filtered(paths, isWanted) {
  const wanted = await atOnce(paths, (path) => isWanted(path));
  return paths.filter((_, index) => wanted[index]);
}
async function isBesideSystem(folder) {
  const real = await realpath(folder).catch(() => null);
  return real !== null && !isOfSystem(real);
}
async function realProgram(name, path) {
  const file = programOnPath(name, path);
  return file === null ? null : realpath(file);
}
function isOfSystem(path) {
  return /^\/(?:usr|bin|sbin|lib|lib32|lib64|libx32)(?:\/|$)/.test(path);
}
function isWithinOneOf(folders, path) {
  return folders.some((folder) => `${path}/`.startsWith(`${folder}/`));
}
async function isReadable(path, asNobody) {
  if (!asNobody) return true;
  for (let place = await realpath(path); place !== "/"; place = dirname(place)) {
    const status = await stat(place);
    const needed = status.isDirectory() ? constants.S_IXOTH : constants.S_IROTH;
    if ((status.mode & needed) === 0) return false;
  }
  return true;
}
async function exists(path) {
  return await lstat(path).catch(() => null) !== null;
}
function outermost(paths) {
  const sorted = [...new Set(paths)].toSorted();
  return sorted.filter((path) => !sorted.some((other) => other !== path && path.startsWith(`${other}/`)));
}
async function installationsOf(folder, { home, changeable }) {
  if (isAround(folder, home)) return [];
  const around = dirname(folder);
  if (folder === join(home, ".cargo/bin")) return [folder, join(home, ".rustup")];
  if (basename(folder) === ".bin" && basename(around) === "node_modules") return [around];
  const holdsWork = changeable.some((place) => isWithinOneOf([around], place));
  if (holdsWork || !isInstallation(folder, home)) return [folder];
  return await holdsCredentials(around) ? [folder, ...parts.map((part) => join(around, part))] : [around];
}
var parts = ["lib", "lib64", "libexec", "share", "include"];
async function holdsCredentials(folder) {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => credentials.test(name));
}
var credentials = /^(?:config\.toml|credentials(?:\.(?:toml|json))?|\.crates\.toml|auth\.(?:json|toml)|\.(?:netrc|npmrc|pypirc|git-credentials|ssh|aws|docker|gnupg))$/;
var ownFolders = [".venv", ".pyenv", ".asdf", ".bun"];
function isInstallation(folder, home) {
  if (!["bin", "shims"].includes(basename(folder))) return false;
  const around = dirname(folder);
  if (isAround(around, home) || around.split("/").length <= 2) return false;
  const isHidden = dirname(around) === home && basename(around).startsWith(".");
  return !isHidden || ownFolders.includes(basename(around));
}
function isAround(folder, home) {
  return folder === "/" || `${home}/`.startsWith(`${folder}/`);
}

export {
  findPrograms,
  hiddenPrograms,
  realProgram,
  isWithinOneOf,
  isReadable
};
