import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import "./chunk-X6HJ4QIY.js";
import {
  CancelledError,
  Turns,
  UnsafePathError,
  UserError,
  WorkspaceLostError,
  atOnce,
  inside,
  isErrno,
  isFault,
  isNamedBy,
  keptGradle,
  makeRealFolder,
  overLimitWords,
  pathRules,
  readFileBelow,
  readPiecesBelow,
  readPlainFile,
  readTextBelow,
  refuseTaken,
  require_picomatch,
  runCommand,
  steersRunner,
  streamWithoutSecrets,
  withoutSecrets,
  writeNewFile
} from "./chunk-WSJ3JF5A.js";
import {
  cleanEnvironment
} from "./chunk-FMJFPCHD.js";
import "./chunk-P6BWDRRG.js";
import {
  __toESM
} from "./chunk-TZXIYNRP.js";

// src/adapters/workspaces/workspaces.ts
import { randomUUID as randomUUID3 } from "node:crypto";
import { mkdirSync as mkdirSync7 } from "node:fs";
import { chmod as chmod3, mkdir as mkdir7, mkdtemp, realpath as realpath3 } from "node:fs/promises";
import { join as join20 } from "node:path";

// src/adapters/workspaces/prepared-tree.ts
import { mkdirSync as mkdirSync5 } from "node:fs";
import { join as join14 } from "node:path";

// src/adapters/workspaces/cell-tree.ts
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
async function writeCellTree(tree, request) {
  const { lay, version, content: content2, dependencies } = request;
  mkdirSync(tree);
  await lay(tree, content2.kind === "committed" ? [] : version.emptied);
  if (content2.kind === "generated") await writeGenerated(tree, { files: content2.files, dependencies });
  await makeRealFolder(tree, version.spec.directory);
  await changeTests(tree, request);
}
async function changeTests(tree, { changed, protectedFiles }) {
  for (const { path, text } of changed) {
    if (!protectedFiles.includes(path)) throw new Error(`${path} is no protected file`);
    writeFileSync(join(tree, path), text);
  }
  const now = /* @__PURE__ */ new Date();
  for (const path of protectedFiles) utimesSync(join(tree, path), now, now);
}
async function writeGenerated(tree, { files, dependencies, under }) {
  for (const { path, content: content2 } of files) {
    if (dependencies.some((entry) => isWithin(path, entry.path) || isWithin(entry.path, path)))
      throw new UnsafePathError(path, "is where setup put a dependency");
    if (under !== void 0) await refuseTaken(under, path);
    await writeNewFile(tree, path, content2);
  }
}
function isWithin(path, folder) {
  return path === folder || path.startsWith(`${folder}/`);
}

// src/adapters/workspaces/mounted-cell.ts
import { chmodSync, mkdirSync as mkdirSync2, renameSync } from "node:fs";
import { readdir as readdir3 } from "node:fs/promises";
import { dirname, join as join5 } from "node:path";

// src/adapters/workspaces/setup-output.ts
import { readdir } from "node:fs/promises";
import { join as join2 } from "node:path";
var installed = /^(?:node_modules|\.venv|venv|__pypackages__|.+\.(?:egg|dist)-info)$/;
async function setupOutput(tree, tracked) {
  const files = new Set(tracked);
  const folders = new Set(tracked.flatMap((path) => parentsOf(path)));
  const visit = async (folder) => {
    const found = [];
    for (const entry of await childrenOf(tree, folder)) {
      if (folders.has(entry.path) && entry.kind === "folder") found.push(...await visit(entry.path));
      else if (!folders.has(entry.path) && !files.has(entry.path)) found.push(entry);
    }
    return found;
  };
  return visit("");
}
async function splitByWrites(tree, left, area) {
  const visit = async (entry) => {
    const isInstalled = entry.kind === "folder" && installed.test(nameOf(entry.path));
    if (isInstalled) return { dependencies: [entry], underWrites: [] };
    if (area.covers(entry.path)) return splitCovered(tree, entry, visit);
    if (entry.kind !== "folder" || !area.reachesInto(entry.path))
      return { dependencies: [entry], underWrites: [] };
    const parts = await partEach(await childrenOf(tree, entry.path), visit);
    return parts.underWrites.length === 0 ? { dependencies: [entry], underWrites: [] } : parts;
  };
  return partEach(left, visit);
}
async function splitCovered(tree, entry, visit) {
  if (entry.kind !== "folder") return { dependencies: [], underWrites: [entry] };
  const parts = await partEach(await childrenOf(tree, entry.path), visit);
  return parts.dependencies.length === 0 ? { dependencies: [], underWrites: [entry] } : parts;
}
async function partEach(entries, visit) {
  const dependencies = [];
  const underWrites = [];
  for (const entry of entries) {
    const parts = await visit(entry);
    dependencies.push(...parts.dependencies);
    underWrites.push(...parts.underWrites);
  }
  return { dependencies, underWrites };
}
async function childrenOf(tree, folder) {
  const entries = await readdir(join2(tree, folder), { withFileTypes: true }).catch((error) => {
    if (isErrno(error, ["ENAMETOOLONG"])) return [];
    throw error;
  });
  return entries.toSorted((one, other) => one.name < other.name ? -1 : 1).flatMap((entry) => {
    const kind = kindOf(entry);
    if (kind === null || entry.name === ".git" || entry.name === "__pycache__") return [];
    if (!isNamed(entry.name)) return [];
    return [{ path: folder === "" ? entry.name : `${folder}/${entry.name}`, kind }];
  });
}
function kindOf(entry) {
  if (entry.isDirectory()) return "folder";
  if (entry.isFile()) return "file";
  return entry.isSymbolicLink() ? "link" : null;
}
function isNamed(name) {
  return !name.includes("\uFFFD");
}
function parentsOf(path) {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}
function nameOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

// src/adapters/workspaces/protected-places.ts
function protectedFilesOf(spec, tracked) {
  const { isProtected } = pathRules(spec);
  const files = tracked.filter(({ kind }) => kind === "file" || kind === "executable");
  return files.map(({ path }) => path).filter(isProtected);
}
function foldersAround(paths) {
  return new Set(paths.flatMap((path) => parentsOf(path)));
}
function protectedPlaces(files, mixed) {
  return [...new Set(files.map((path) => parentsOf(path).find((folder) => !mixed.has(folder)) ?? path))];
}

// src/adapters/workspaces/result-files.ts
import { lstat, lutimes, readdir as readdir2 } from "node:fs/promises";
import { join as join3 } from "node:path";

// src/core/results/formats/without-output.ts
function withoutOutput(start) {
  if (start.trimStart().startsWith("<")) return xmlSlimmer();
  return /^\s*\{"[^\n]*"Action":"[^\n]*\n/.test(start) ? eventsSlimmer() : (piece) => piece;
}
var kept = 16;
function xmlSlimmer() {
  let step = content;
  let rest = "";
  return (piece) => {
    let text = `${rest}${piece}`;
    let left = "";
    for (let end = endOf(text, step); end !== null; end = endOf(text, step)) {
      if (step.isKept) left += text.slice(0, end.at + (end.next.isKept ? end.token.length : 0));
      text = text.slice(end.at + end.token.length);
      step = end.next;
    }
    const cut = piece === "" ? text.length : Math.max(0, text.length - kept);
    if (step.isKept) left += text.slice(0, cut);
    rest = text.slice(cut);
    return left;
  };
}
function endOf(text, { next }) {
  const found = Object.entries(next).map(([token, following]) => ({ at: text.indexOf(token), token, following })).filter(({ at }) => at >= 0).toSorted((one, other) => one.at - other.at)[0];
  return found === void 0 ? null : { at: found.at, token: found.token, next: found.following() };
}
var content = {
  isKept: true,
  next: {
    "<![CDATA[": () => ({ isKept: true, next: { "]]>": () => content } }),
    "<!--": () => ({ isKept: true, next: { "-->": () => content } }),
    "<system-out": () => tagOf("</system-out>"),
    "<system-err": () => tagOf("</system-err>")
  }
};
function tagOf(close) {
  return { isKept: false, next: { "/>": () => content, ">": () => outputUntil(close) } };
}
function outputUntil(close) {
  return {
    isKept: false,
    next: {
      [close]: () => content,
      "<![CDATA[": () => ({ isKept: false, next: { "]]>": () => outputUntil(close) } })
    }
  };
}
function eventsSlimmer() {
  let rest = "";
  return (piece) => {
    const lines = `${rest}${piece}`.split("\n");
    rest = piece === "" ? "" : lines.pop() ?? "";
    return lines.map((line) => /"Action":"output"/.test(line) ? "" : `${line}
`).join("");
  };
}

// src/adapters/workspaces/result-files.ts
var longAgo = /* @__PURE__ */ new Date(0);
async function forgetResults(folder, files) {
  for (const path of await matching(folder, files)) {
    const place = join3(folder.directory, path);
    const status = await lstat(place).catch(() => null);
    if (status?.isFile() === true) await lutimes(place, longAgo, longAgo);
  }
}
async function resultsIn(folder, { files, mostBytes }) {
  return readFiles(folder, { paths: await matching(folder, files), mostBytes });
}
async function readFiles({ root, directory }, of) {
  const read = await atOnce(of.paths, async (path) => {
    const place = join3(directory, path);
    const status = await lstat(place).catch(() => null);
    if (status === null || status.mtimeMs === longAgo.getTime()) return [];
    if (status.size > of.mostBytes) return [{ path, bytes: status.size, text: null }];
    const text = status.size > largeBytes ? await readLarge(root, place) : await readTextBelow([root], place, largeBytes);
    return text === null ? [] : [{ path, bytes: status.size, text: withoutSecrets(text) }];
  });
  return read.flat();
}
var largeBytes = 4 * 1024 * 1024;
async function readLarge(root, path) {
  let slim = (piece) => {
    slim = withoutOutput(piece);
    return slim(piece);
  };
  const left = [];
  const { push, end } = streamWithoutSecrets();
  const isRead = await readPiecesBelow([root], path, (piece) => void left.push(slim(push(piece))));
  return isRead ? [...left, slim(end()), slim("")].join("") : null;
}
async function matching({ directory }, files) {
  const starts = [...new Set(files.map(({ start }) => start))];
  const found = await atOnce(starts, (start) => filesAt(directory, start));
  const paths = [...new Set(found.flat())].filter((path) => isNamedBy(path, files));
  return paths.toSorted();
}
var skipped = /* @__PURE__ */ new Set(["node_modules", ".git"]);
async function filesAt(directory, path) {
  const place = join3(directory, path);
  const entries = await readdir2(place, { withFileTypes: true }).catch(() => null);
  if (entries === null) return path === "." ? [] : [path];
  const inside2 = await atOnce(entries, async (entry) => {
    const name = path === "." ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesAt(directory, name);
    return entry.isFile() ? [name] : [];
  });
  return inside2.flat();
}

// src/adapters/workspaces/opened-workspace.ts
import { readdirSync } from "node:fs";
import { join as join4 } from "node:path";
var readCapBytes = 16 * 1024 * 1024;
function openedWorkspace(places) {
  const { root, directory, reports, home, temporary, close } = places;
  let closing = null;
  const tree = { root, directory: join4(root, directory) };
  return {
    ...tree,
    reports,
    home,
    temporary,
    listReports: () => namesIn(reports),
    view: async (wanted) => {
      await forgetResults(tree, wanted?.files ?? []);
      return {
        ...{ root, files: root, home, temporary, reports, readOnly: [], writable: [] },
        ...{ bring: null, mostReportBytes: wanted?.mostBytes ?? readCapBytes }
      };
    },
    readResults: (wanted) => resultsIn(tree, wanted),
    readReports: async (mostBytes) => readFiles({ root: reports, directory: reports }, { paths: await namesIn(reports), mostBytes }),
    read: (path) => readTextBelow([root, reports], path, readCapBytes),
    isJudgeChanged: async () => await places.isJudgeChanged?.() ?? false,
    [Symbol.asyncDispose]: async () => {
      closing ??= close();
      await closing;
    }
  };
}
async function namesIn(folder) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name).toSorted();
  } catch {
    return [];
  }
}

// src/adapters/workspaces/mounted-cell.ts
var readCapBytes2 = 16 * 1024 * 1024;
async function openMountedCell(mounted) {
  const { version, setUp, cell, content: content2, layers } = mounted;
  const files = join5(cell, "tree");
  const kept2 = join5(cell, "kept");
  const result = join5(cell, "result");
  const root = setUp.place;
  const shared = [layers.rest, ...content2.kind === "committed" ? [layers.committed] : []];
  chmodSync(cell, 493);
  await writeOwn(mounted, files);
  const places = keepApart(mounted, { files, kept: kept2 });
  const readOnly = [
    ...places.map((path) => ({ from: join5(kept2, path), to: join5(root, path) })),
    ...await sharedBounds(mounted)
  ];
  const { home } = setUp;
  const reports = join5(cell, "reports");
  const temporary = join5(cell, "tmp");
  const ofTree = mounted.writable.map((path) => join5(root, path)).filter((path) => readOnly.some(({ to }) => inside(to, path) !== null));
  const writable = [...ofTree, ...setUp.homeCopies];
  const view = { root, files, shared, home, temporary, reports, readOnly, writable };
  const base = openedWorkspace({
    root,
    directory: version.spec.directory,
    reports,
    home,
    temporary,
    close: mounted.close
  });
  return {
    ...base,
    view: async (wanted) => ({
      ...view,
      bring: wanted === null ? null : { directory: base.directory, files: wanted.files, to: result },
      mostReportBytes: wanted?.mostBytes ?? readCapBytes2
    }),
    readResults: (wanted) => resultsIn({ root: result, directory: result }, wanted),
    read: async (path) => {
      const way = inside(root, path);
      return way === null ? readTextBelow([reports], path, readCapBytes2) : readFirst([kept2, files, ...shared], way);
    }
  };
}
async function sharedBounds({ setUp, layers }) {
  const { store, place, home, homeCopies } = setUp;
  const ofHome = (await entriesOf(home)).filter((path) => !homeCopies.includes(path));
  return [
    ...layers.mounted.map(({ path }) => ({ from: join5(store, path), to: join5(place, path) })),
    ...ofHome.map((path) => ({ from: path, to: path }))
  ];
}
async function readFirst(folders, path) {
  for (const folder of folders) {
    const text = await readTextBelow([folder], join5(folder, path), readCapBytes2);
    if (text !== null) return text;
  }
  return null;
}
async function writeOwn(mounted, files) {
  const { layers, content: content2, dependencies } = mounted;
  mkdirSync2(files);
  await layers.layProtected(files);
  if (content2.kind === "generated")
    await writeGenerated(files, { files: content2.files, dependencies, under: layers.rest });
  await changeTests(files, mounted);
}
function keepApart({ version, layers, protectedFiles, content: content2 }, { files, kept: kept2 }) {
  const generated = content2.kind === "generated" ? content2.files.map(({ path }) => path) : [];
  const own = content2.kind === "committed" ? version.emptied : generated;
  const mixed = /* @__PURE__ */ new Set([...layers.mixed, ...foldersAround(own)]);
  const places = protectedPlaces(protectedFiles, mixed);
  mkdirSync2(kept2);
  for (const place of places) {
    if (place.includes("/")) mkdirSync2(dirname(join5(kept2, place)), { recursive: true });
    renameSync(join5(files, place), join5(kept2, place));
  }
  return places;
}
async function entriesOf(folder) {
  const entries = await readdir3(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() || entry.isFile()).map((entry) => join5(folder, entry.name));
}

// src/adapters/workspaces/link-dependencies.ts
import { link, lstat as lstat4, readlink, rename as rename2, symlink } from "node:fs/promises";
import { dirname as dirname2, join as join8 } from "node:path";

// src/adapters/workspaces/copy-small.ts
import { constants } from "node:fs";
import { copyFile, cp, lstat as lstat2, readdir as readdir4 } from "node:fs/promises";
import { join as join6 } from "node:path";
var copiedAtMost = { bytes: 8 * 1024 * 1024, entries: 2e3 };
async function copySizeUpTo(path, limit) {
  let bytes = 0;
  let entries = 0;
  const waiting = [path];
  for (let place = waiting.pop(); place !== void 0; place = waiting.pop()) {
    const one = await sizeOfOne(place);
    if (one === null) return null;
    entries += 1;
    bytes += one.bytes;
    waiting.push(...one.below);
    if (bytes > limit.bytes || entries + waiting.length > limit.entries) return null;
  }
  return { bytes, entries };
}
async function sizeOfOne(path) {
  const status = await lstat2(path).catch(() => null);
  if (status === null) return null;
  if (status.isFile()) return { bytes: status.size, below: [] };
  if (status.isSymbolicLink()) return { bytes: 0, below: [] };
  const names = status.isDirectory() ? await readdir4(path).catch(() => null) : null;
  if (names === null || !names.every(isNamed)) return null;
  return { bytes: 0, below: names.map((name) => join6(path, name)) };
}
async function copyWhole(from, to) {
  const mode = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;
  if (!(await lstat2(from)).isDirectory()) return copyFile(from, to, mode);
  const how = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true };
  return cp(from, to, { ...how, errorOnExist: true, force: false, mode });
}

// src/adapters/plain-files/remove-folder.ts
import { randomUUID } from "node:crypto";
import { chmod, readdir as readdir5, rename, rm } from "node:fs/promises";
async function removeFolder(path) {
  const options = { recursive: true, force: true, maxRetries: 3 };
  try {
    await rm(path, options);
  } catch {
    await makeRemovable(Buffer.from(path));
    await rm(path, options);
  }
}
var longestPath = 3e3;
async function makeRemovable(top) {
  const waiting = [top];
  await unlessGone(chmod(top, 448));
  for (let folder = waiting.pop(); folder !== void 0; folder = waiting.pop()) {
    const entries = await unlessGone(readdir5(folder, { withFileTypes: true, encoding: "buffer" }));
    for (const entry of entries ?? []) {
      if (!entry.isDirectory()) continue;
      const place = below(folder, entry.name);
      await unlessGone(chmod(place, 448));
      const next = place.length > longestPath ? await unlessGone(moved(place, top)) : place;
      if (next !== null) waiting.push(next);
    }
  }
}
async function unlessGone(doing) {
  try {
    return await doing;
  } catch (error) {
    if (isErrno(error, ["ENOENT"])) return null;
    throw error;
  }
}
async function moved(place, top) {
  const to = below(top, Buffer.from(randomUUID()));
  await rename(place, to);
  return to;
}
function below(folder, name) {
  return Buffer.concat([folder, Buffer.from("/"), name]);
}

// src/adapters/workspaces/ensure-setup-intact.ts
import { lstat as lstat3 } from "node:fs/promises";
import { join as join7 } from "node:path";
async function ensureSetupIntact(setUp, entries) {
  const gone = await firstGone(setUp, entries);
  if (gone === null) return;
  const { makeAgain } = setUp;
  if (makeAgain === null) throw lost(gone, null);
  try {
    await makeAgain();
  } catch (error) {
    if (error instanceof UserError || error instanceof WorkspaceLostError) throw lost(gone, error);
    throw error;
  }
  const still = await firstGone(setUp, entries);
  if (still !== null) throw lost(still, null);
}
async function firstGone({ store }, entries) {
  for (const { path, kind } of entries) {
    const status = await lstat3(join7(store, path)).catch(() => null);
    const isThere = kind === "folder" ? status?.isDirectory() : kind === "file" ? status?.isFile() : status?.isSymbolicLink();
    if (isThere !== true) return path;
  }
  return null;
}
function lost(path, cause) {
  return new WorkspaceLostError(`the dependency ${path} is gone: a test run removed or replaced it`, {
    cause
  });
}

// src/adapters/workspaces/link-dependencies.ts
var copiedBytes = 8 * 1024 * 1024;
async function linkDependencies(setUp, dependencies, cell) {
  await ensureSetupIntact(setUp, dependencies);
  const root = join8(cell, "tree");
  for (const { path, kind } of dependencies) {
    const from = join8(setUp.store, path);
    const to = join8(root, path);
    await makeRealFolder(root, dirname2(path));
    if (kind !== "file") await symlink(from, to);
    else if (!await copyIfSmall(from, to)) await link(from, to);
  }
  return { root, release: async () => void 0 };
}
async function takeTurn(setUp, dependencies, cell) {
  const { place, store, turns } = setUp;
  const endTurn = await turns.next();
  const borrowed = [];
  const release = async () => {
    try {
      for (const entry of borrowed) await moveIfThere(entry, { from: place, to: store });
      await rename2(place, join8(cell, "used")).catch(() => removeFolder(place));
    } finally {
      endTurn();
    }
  };
  try {
    await ensureSetupIntact(setUp, dependencies);
    await rename2(join8(cell, "tree"), place);
    for (const entry of dependencies) {
      await makeRealFolder(place, dirname2(entry.path));
      if (await layOwn(entry, { from: store, to: place })) continue;
      await rename2(join8(store, entry.path), join8(place, entry.path));
      borrowed.push(entry);
    }
    return { root: place, release };
  } catch (error) {
    await release().catch(() => void 0);
    throw error;
  }
}
async function layOwn({ path, kind }, way) {
  const from = join8(way.from, path);
  const to = join8(way.to, path);
  if (kind !== "link") return copyIfSmall(from, to);
  await symlink(await readlink(from), to);
  return true;
}
async function copyIfSmall(from, to) {
  if (await copySizeUpTo(from, copiedAtMost) === null) return false;
  await copyWhole(from, to);
  return true;
}
async function moveIfThere(entry, way) {
  const status = await lstat4(join8(way.from, entry.path)).catch(() => null);
  const isSame = entry.kind === "folder" ? status?.isDirectory() : status?.isFile();
  if (isSame === true)
    await rename2(join8(way.from, entry.path), join8(way.to, entry.path)).catch(() => void 0);
}

// src/adapters/workspaces/copy-home.ts
import { mkdirSync as mkdirSync3 } from "node:fs";
import { mkdir, readdir as readdir6, readlink as readlink2, symlink as symlink2 } from "node:fs/promises";
import { dirname as dirname3, join as join9, resolve } from "node:path";
var depthAtMost = 2;
async function planHome(home) {
  let { bytes, entries } = copiedAtMost;
  const visit = async (folder, depth) => {
    const parts = [];
    const children = await readdir6(join9(home, folder), { withFileTypes: true }).catch(() => []);
    for (const child of children.toSorted((one, other) => one.name < other.name ? -1 : 1)) {
      if (!isNamed(child.name)) continue;
      const path = join9(folder, child.name);
      if (child.isSymbolicLink()) {
        parts.push({ path, how: "relink" });
        continue;
      }
      if (!child.isFile() && !child.isDirectory()) continue;
      const weight = await copySizeUpTo(join9(home, path), { bytes, entries });
      if (weight !== null) {
        bytes -= weight.bytes;
        entries -= weight.entries;
        parts.push({ path, how: "copy" });
      } else if (child.isDirectory() && depth < depthAtMost)
        parts.push({ path, how: "folder" }, ...await visit(path, depth + 1));
      else parts.push({ path, how: "link" });
    }
    return parts;
  };
  return visit("", 1);
}
async function copyHome(from, parts, to) {
  mkdirSync3(to);
  for (const part of parts) {
    try {
      await layPart(from, part, to);
    } catch (error) {
      if (!isErrno(error, ["ENOENT", "ENOTDIR"])) throw error;
    }
  }
}
async function layPart(from, { path, how }, to) {
  switch (how) {
    case "folder":
      await mkdir(join9(to, path));
      return;
    case "copy":
      await copyWhole(join9(from, path), join9(to, path));
      return;
    case "relink":
      await symlink2(await targetOf(from, path), join9(to, path));
      return;
    case "link":
      await symlink2(join9(from, path), join9(to, path));
      return;
  }
}
async function targetOf(home, path) {
  const target = await readlink2(join9(home, path));
  const absolute = resolve(dirname3(join9(home, path)), target);
  return inside(home, absolute) === null ? absolute : target;
}

// src/adapters/workspaces/judging-files.ts
import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
var readCapBytes3 = 16 * 1024 * 1024;
function judgingFiles({ spec, emptied }, tracked) {
  const left = new Set(emptied);
  const { isProtected } = pathRules(spec);
  const paths = tracked.filter(({ kind }) => kind === "file" || kind === "executable").map(({ path }) => path).filter((path) => !left.has(path) && (isProtected(path) || steersRunner(path)));
  let asLaid = null;
  return {
    look: async (tree, changed) => {
      const before = asLaid ?? await digestsIn(tree, paths);
      if (changed.length === 0) asLaid = before;
      const own = new Map(changed.map(({ path, text }) => [path, digestOf(Buffer.from(text))]));
      return async (root) => {
        const after = await digestsIn(root, paths);
        return paths.some((path) => after.get(path) !== (own.get(path) ?? before.get(path)));
      };
    }
  };
}
var atOnce2 = 40;
async function digestsIn(root, paths) {
  const digests = /* @__PURE__ */ new Map();
  for (const [index, path] of paths.entries()) {
    if (index % atOnce2 === atOnce2 - 1) await nextTurn();
    const file = await readFileBelow(root, path, readCapBytes3);
    digests.set(path, file.kind === "read" ? digestOf(file.bytes) : null);
  }
  return digests;
}
function digestOf(bytes) {
  return createHash("sha256").update(bytes).digest("base64");
}

// src/adapters/workspaces/shared-layers.ts
import { chmod as chmod2, copyFile as copyFile2, lstat as lstat6, mkdir as mkdir2, readlink as readlink4, rename as rename3, symlink as symlink3 } from "node:fs/promises";
import { dirname as dirname5, join as join12 } from "node:path";

// src/adapters/workspaces/lay-again.ts
import { mkdirSync as mkdirSync4, symlinkSync, unlinkSync, writeFileSync as writeFileSync2 } from "node:fs";
import { lstat as lstat5, readdir as readdir7, readFile, readlink as readlink3 } from "node:fs/promises";
import { join as join11 } from "node:path";
import { setImmediate as nextTurn2 } from "node:timers/promises";

// src/adapters/workspaces/remove-empty-folders.ts
import { rmdirSync } from "node:fs";
import { dirname as dirname4, join as join10 } from "node:path";
function removeEmptyFolders(tree, paths) {
  for (const folder of new Set(paths.map((path) => dirname4(path)))) removeWhileEmpty(tree, folder);
}
function removeWhileEmpty(tree, folder) {
  for (let place = folder; place !== "."; place = dirname4(place)) {
    try {
      rmdirSync(join10(tree, place));
    } catch (error) {
      if (isErrno(error, ["ENOENT"])) continue;
      if (isErrno(error, ["ENOTEMPTY", "EEXIST"])) return;
      throw error;
    }
  }
}

// src/adapters/workspaces/lay-again.ts
var most = { entries: 1e3, bytes: 8 * 1024 * 1024 };
async function layAgain(from, path) {
  const laid = await readLaid(from);
  if (laid === null)
    return async (folder, without) => {
      await copyWithOneProcess({ from, folder, path });
      for (const file of without) unlinkSync(join11(folder, file));
      removeEmptyFolders(folder, without);
    };
  await removeFolder(from);
  const parts = /* @__PURE__ */ new Map();
  return async (folder, without) => {
    if (without.length > 0 && !parts.has(without)) parts.set(without, withoutFiles(laid, without));
    await writeLaid(parts.get(without) ?? laid, folder);
  };
}
function withoutFiles(laid, without) {
  const gone = new Set(without);
  const around = new Set(without.flatMap((path) => parentsOf(path)));
  const kept2 = /* @__PURE__ */ new Set();
  const left = [];
  for (const one of laid.toReversed()) {
    const path = one.path.toString();
    const isGone = one.kind === "folder" ? around.has(path) && !kept2.has(path) : gone.has(path);
    if (isGone) continue;
    left.push(one);
    kept2.add(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
  }
  return left.toReversed();
}
async function readLaid(from) {
  const laid = [];
  let bytes = 0;
  const waiting = [Buffer.alloc(0)];
  for (let folder = waiting.shift(); folder !== void 0; folder = waiting.shift()) {
    for (const name of await readdir7(below2(Buffer.from(from), folder), { encoding: "buffer" })) {
      const path = below2(folder, name);
      const at = below2(Buffer.from(from), path);
      const status = await lstat5(at);
      if (status.isFile()) bytes += status.size;
      if (laid.length >= most.entries || bytes > most.bytes) return null;
      if (status.isDirectory()) waiting.push(path);
      laid.push(await readOne(status, { at, path }));
    }
  }
  return laid;
}
async function readOne(status, { at, path }) {
  if (status.isDirectory()) return { kind: "folder", path };
  if (status.isSymbolicLink())
    return { kind: "link", path, target: await readlink3(at, { encoding: "buffer" }) };
  return { kind: "file", path, mode: status.mode & 511, content: await readFile(at) };
}
var atOnce3 = 40;
async function writeLaid(laid, folder) {
  const top = Buffer.from(folder);
  for (const [index, one] of laid.entries()) {
    if (index % atOnce3 === atOnce3 - 1) await nextTurn2();
    const place = below2(top, one.path);
    switch (one.kind) {
      case "folder":
        mkdirSync4(place);
        break;
      case "link":
        symlinkSync(one.target, place);
        break;
      case "file":
        writeFileSync2(place, one.content, { flag: "wx", mode: one.mode });
        break;
    }
  }
}
function below2(folder, name) {
  if (name.length === 0) return folder;
  return folder.length === 0 ? name : Buffer.concat([folder, Buffer.from("/"), name]);
}
async function copyWithOneProcess(of) {
  const { end, stderr } = await runCommand({
    argv: ["cp", "-RP", "--", `${of.from}/.`, of.folder],
    directory: "/",
    environment: { PATH: of.path, LC_ALL: "C" },
    timeoutMs: 3e5,
    signal: new AbortController().signal
  });
  if (end.kind !== "exited" || end.code !== 0)
    throw new WorkspaceLostError(`a tree could not be copied (${stderr.text.trim().slice(0, 200)})`);
}

// src/adapters/workspaces/shared-layers.ts
async function laySharedLayers(of) {
  const { version, setUp, folder } = of;
  const { emptied, spec } = version;
  const [rest, committed, kept2] = [join12(folder, "rest"), join12(folder, "committed"), join12(folder, "kept")];
  await chmod2(folder, 493);
  for (const layer of [rest, committed, kept2]) await mkdir2(layer);
  await setUp.lay(rest, []);
  await move(emptied, { from: rest, to: committed });
  removeEmptyFolders(rest, emptied);
  await makeRealFolder(rest, spec.directory);
  const mounted = await copySmall(of, rest);
  const apart = /* @__PURE__ */ new Set([...of.protectedFiles, ...emptied]);
  const all = [...setUp.tracked, ...of.dependencies].map(({ path }) => path);
  const mixed = foldersAround(all.filter((path) => !apart.has(path)));
  await move(protectedPlaces(of.protectedFiles, mixed), { from: rest, to: kept2 });
  const layKept = await layAgain(kept2, of.path);
  return { rest, committed, layProtected: async (to) => layKept(to, []), mounted, mixed };
}
async function move(paths, { from, to }) {
  for (const path of paths) {
    await mkdir2(dirname5(join12(to, path)), { recursive: true });
    await rename3(join12(from, path), join12(to, path));
  }
}
async function copySmall({ setUp, dependencies }, files) {
  const shown = [];
  for (const entry of dependencies) {
    const from = join12(setUp.store, entry.path);
    const isShown = entry.kind === "folder" || entry.kind === "file" && (await lstat6(from)).size > copiedBytes;
    if (isShown) shown.push(entry);
    else {
      await makeRealFolder(files, dirname5(entry.path));
      if (entry.kind === "link") await symlink3(await readlink4(from), join12(files, entry.path));
      else await copyFile2(from, join12(files, entry.path));
    }
  }
  return shown;
}

// src/adapters/workspaces/writable-places.ts
import { lstat as lstat7 } from "node:fs/promises";
import { join as join13, posix } from "node:path";
async function makeWritablePlaces({ spec }, { store }, dependencies) {
  const asked = spec.writableDeps.map((path) => posix.join(spec.directory, path));
  const caches = nearest(dependencies, spec.directory).flatMap((folder) => cachesBeside.map((name) => `${folder}/${name}`)).filter((place) => !asked.some((path) => isWithin2(place, path)));
  const places = [...asked];
  for (const place of caches) if (await isOwnAndSmall(join13(store, place))) places.push(place);
  for (const place of places)
    if (dependencies.some(({ path }) => isWithin2(place, path))) await makePlace(spec, store, place);
  return places;
}
async function makePlace(spec, store, place) {
  try {
    await makeRealFolder(store, place);
  } catch (error) {
    if (!(error instanceof UnsafePathError)) throw error;
    throw new UserError(
      "CONFIG_INVALID",
      `\`writable-deps\` of spec ${spec.name} names ${error.message} after \`setup\`.`,
      "Name the folder itself that the tests write into, by a way without links."
    );
  }
}
var cachesBeside = [".vite", ".vite-temp", ".cache"];
var foldersAtMost = 2;
function nearest(dependencies, directory) {
  const distance = (path) => {
    const around = posix.dirname(path);
    if (around === "." || isWithin2(directory, around)) return directory.length - around.length;
    return directory.length + path.length;
  };
  return dependencies.filter(({ kind, path }) => kind === "folder" && posix.basename(path) === "node_modules").map(({ path }) => path).toSorted((one, other) => distance(one) - distance(other)).slice(0, foldersAtMost);
}
async function isOwnAndSmall(place) {
  const status = await lstat7(place).catch(() => null);
  if (status === null) return true;
  return status.isDirectory() && await copySizeUpTo(place, copiedAtMost) !== null;
}
function isWithin2(path, folder) {
  return path === folder || path.startsWith(`${folder}/`);
}

// src/adapters/workspaces/write-area.ts
var import_picomatch = __toESM(require_picomatch(), 1);
function writeArea(writes) {
  const positive = writes.filter((glob) => !glob.startsWith("!"));
  const negative = writes.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  const isWanted = (0, import_picomatch.default)(positive, { dot: true });
  const isTaken = negative.length === 0 ? () => false : (0, import_picomatch.default)(negative, { dot: true });
  const bases = positive.map((glob) => import_picomatch.default.scan(glob).base).filter((base) => base !== "" && base !== ".");
  return {
    covers: (path) => isWanted(path) && !isTaken(path),
    reachesInto: (folder) => bases.some((base) => base === folder || base.startsWith(`${folder}/`) || folder.startsWith(`${base}/`))
  };
}

// src/adapters/workspaces/prepared-tree.ts
var testCache = /(?:^|\/)(?:__pycache__|\.pytest_cache)$/;
async function preparedTree(making) {
  const { version, setUp } = making;
  const endTurn = await setUp.turns.next();
  const part = async () => {
    await ensureSetupIntact(setUp, setUp.left);
    const left = setUp.left.filter(({ path }) => !testCache.test(path));
    return splitByWrites(setUp.store, left, writeArea(version.spec.writes));
  };
  const parted = await part().finally(endTurn);
  const isMounted = making.tools.sandbox.level !== "none";
  const { dependencies } = parted;
  const writable = isMounted ? await makeWritablePlaces(version, setUp, dependencies) : [];
  const protectedFiles = protectedFilesOf(version.spec, setUp.tracked);
  let layers = null;
  const shared = async () => {
    const { path } = making.tools;
    return laySharedLayers({
      ...{ version, setUp, protectedFiles, dependencies, path, folder: await making.newCell() }
    });
  };
  const judging = judgingFiles(version, setUp.tracked);
  const layersOnce = () => layers ??= shared();
  return {
    notes: notesOf(version, setUp, parted),
    open: (content2, changed = []) => open(
      making,
      { dependencies, writable, protectedFiles, judging, layers: layersOnce },
      { content: content2, changed }
    )
  };
}
async function open(making, shared, { content: content2, changed }) {
  const { dependencies, writable, protectedFiles } = shared;
  const { tools, version, setUp } = making;
  const cell = await making.newCell();
  try {
    if (tools.sandbox.level !== "none") {
      const close = () => making.removeCell(cell);
      const own = { cell, content: content2, changed, close };
      const layers = await shared.layers();
      return await openMountedCell({
        ...{ version, setUp, dependencies, writable, protectedFiles, layers, ...own }
      });
    }
    for (const name of ["reports", "tmp"]) mkdirSync5(join14(cell, name));
    await copyHome(setUp.home, setUp.homeParts, join14(cell, "home"));
    await writeCellTree(join14(cell, "tree"), {
      ...{ lay: setUp.lay, version, content: content2, changed, protectedFiles, dependencies }
    });
    const isChangedIn = await shared.judging.look(join14(cell, "tree"), changed);
    const putTogether = setUp.inTurnsBecause === null ? linkDependencies : takeTurn;
    const laid = await putTogether(setUp, dependencies, cell);
    return openedWorkspace({
      root: laid.root,
      isJudgeChanged: () => isChangedIn(laid.root),
      directory: version.spec.directory,
      reports: join14(cell, "reports"),
      home: join14(cell, "home"),
      temporary: join14(cell, "tmp"),
      close: async () => {
        await laid.release();
        await making.removeCell(cell);
      }
    });
  } catch (error) {
    await removeFolder(cell);
    if (isErrno(error, ["ENOENT", "ENOTDIR"]))
      throw new WorkspaceLostError("a folder that workspaces are made from is gone", { cause: error });
    throw error;
  }
}
function notesOf(version, setUp, parted) {
  const commit = version.commit.slice(0, 12);
  const notes = [...setUp.lacks];
  if (setUp.inTurnsBecause !== null)
    notes.push(
      `Test runs of ${commit} take turns at one path, because setup bound its dependencies to that path (${setUp.inTurnsBecause}).`
    );
  const underWrites = parted.underWrites.map((entry) => entry.path);
  if (underWrites.length > 0)
    notes.push(
      `Setup of ${commit} made ${listed(underWrites)} under \`writes\`; test runs do not get to see them.`
    );
  const emptied = new Set(version.emptied);
  for (const { path, oid } of setUp.tracked) {
    const copy = emptied.has(path) ? setUp.copies.get(oid) : void 0;
    if (copy !== void 0)
      notes.push(
        `Setup of ${commit} copied ${path} to ${copy}: tests that read the copy test committed, not generated, code.`
      );
  }
  return notes;
}
function listed(paths) {
  return paths.length <= 3 ? paths.join(", ") : `${paths.slice(0, 3).join(", ")} and ${paths.length - 3} more`;
}

// src/adapters/workspaces/removals.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { lstatSync, mkdirSync as mkdirSync6, renameSync as renameSync2 } from "node:fs";
import { dirname as dirname6, join as join15 } from "node:path";
var waitMs = 1e3;
var mostWaiting = 50;
var Removals = class {
  #path;
  #waiting = [];
  #timer = null;
  #going = Promise.resolve();
  /** `path`: PATH of programs of this machine. */
  constructor(path) {
    this.#path = path;
  }
  async add(folder) {
    const to = join15(dirname6(folder), "gone", randomUUID2());
    try {
      moveAway(folder, to);
    } catch {
      await removeFolder(folder);
      return;
    }
    this.#waiting.push(to);
    this.#timer ??= setTimeout(() => this.#start(), waitMs).unref();
    if (this.#waiting.length > mostWaiting) await this.#going;
  }
  /** Waits until nothing is being removed; what waits is left where it is. */
  async end() {
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#going;
  }
  #start() {
    this.#timer = null;
    const folders = this.#waiting;
    this.#waiting = [];
    this.#going = this.#going.then(() => this.#remove(folders));
  }
  async #remove(folders) {
    await runCommand({
      argv: ["rm", "-rf", "--", ...folders],
      directory: "/",
      environment: { PATH: this.#path, LC_ALL: "C" },
      timeoutMs: 6e5,
      signal: new AbortController().signal
    }).catch(() => null);
    for (const folder of folders) if (isLeft(folder)) await removeFolder(folder).catch(() => void 0);
  }
};
function isLeft(folder) {
  return lstatSync(folder, { throwIfNoEntry: false }) !== void 0;
}
function moveAway(folder, to) {
  try {
    renameSync2(folder, to);
  } catch (error) {
    if (!isErrno(error, ["ENOENT"])) throw error;
    mkdirSync6(dirname6(to), { recursive: true });
    renameSync2(folder, to);
  }
}

// src/adapters/workspaces/set-up-tree.ts
import { mkdir as mkdir6, readdir as readdir10, rename as rename5 } from "node:fs/promises";
import { join as join19 } from "node:path";

// src/adapters/workspaces/lay-tree.ts
import { mkdir as mkdir3 } from "node:fs/promises";
function layByCopying({ repository, commit, firstCopy, path }) {
  let laid = null;
  const layFirst = async () => {
    await mkdir3(firstCopy);
    await repository.writeTree(commit, firstCopy);
    return layAgain(firstCopy, path);
  };
  return async (folder, without) => {
    laid ??= layFirst();
    const lay = await laid;
    await lay(folder, without);
  };
}

// src/adapters/workspaces/points-into-tree.ts
import { createHash as createHash2 } from "node:crypto";
import { readdir as readdir8, readlink as readlink5, realpath } from "node:fs/promises";
import { dirname as dirname7, join as join16, resolve as resolve2 } from "node:path";
var fileCapBytes = 1024 * 1024;
var filesAtMost = 2e5;
var copyFromBytes = 64;
var pythonPointer = /\.pth$|\.egg-link$|^direct_url\.json$|^__editable__/;
async function searchLeft(request) {
  const found = { links: [], files: [] };
  for (const entry of request.left) {
    const path = join16(request.tree, entry.path);
    if (entry.kind === "folder") await walk(path, found);
    else (entry.kind === "link" ? found.links : found.files).push(path);
  }
  const inHome = { links: [], files: [] };
  await walk(request.home, inHome);
  const pointers = inHome.files.filter((path) => pythonPointer.test(path.slice(path.lastIndexOf("/") + 1)));
  if (Math.max(found.files.length, inHome.files.length) >= filesAtMost)
    return { pointsIntoTree: "it left too many files to look through", copies: /* @__PURE__ */ new Map() };
  const link2 = await firstLinkBack(request, [...found.links, ...inHome.links]);
  const texts = await searchTexts(request, [...found.files, ...pointers]);
  return { pointsIntoTree: link2 ?? texts.mention, copies: texts.copies };
}
async function walk(folder, found) {
  const waiting = [folder];
  for (let place = waiting.pop(); place !== void 0 && found.files.length < filesAtMost; place = waiting.pop()) {
    const entries = await readdir8(place, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join16(place, entry.name);
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isSymbolicLink()) found.links.push(path);
      else if (entry.isFile()) found.files.push(path);
    }
  }
}
async function firstLinkBack(request, links) {
  for (const link2 of links) {
    const target = resolve2(dirname7(link2), await readlink5(link2));
    const real = await realpath(link2).catch(() => target);
    if (leadsBack(request, target) || leadsBack(request, real))
      return `the link ${shortOf(request, link2)} leads into it`;
  }
  return null;
}
function leadsBack({ tree, left }, target) {
  if (inside(target, tree) !== null) return true;
  const way = inside(tree, target);
  return way !== null && !left.some((entry) => way === entry.path || way.startsWith(`${entry.path}/`));
}
async function searchTexts(request, paths) {
  const needle = Buffer.from(request.tree);
  const sizes = new Set(request.tracked.filter(({ size }) => size >= copyFromBytes).map(({ size }) => size));
  const hash = request.tracked[0]?.oid.length === 64 ? "sha256" : "sha1";
  const copies = /* @__PURE__ */ new Map();
  let mention = null;
  const waiting = [...paths].toReversed();
  const work = async () => {
    for (let path = waiting.pop(); path !== void 0; path = waiting.pop()) {
      const file = await readPlainFile(path, fileCapBytes);
      if (file.kind !== "read") continue;
      if (file.bytes.includes(needle)) mention ??= `${shortOf(request, path)} names its path`;
      if (sizes.has(file.bytes.length)) copies.set(blobId(hash, file.bytes), shortOf(request, path));
    }
  };
  await atOnce(Array.from({ length: 16 }), work);
  return { mention, copies };
}
function blobId(hash, bytes) {
  return createHash2(hash).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
function shortOf({ tree, home }, path) {
  return inside(tree, path) ?? `~/${inside(home, path) ?? path}`;
}

// src/adapters/workspaces/gradle-home.ts
import { lstat as lstat8, mkdir as mkdir4, readdir as readdir9, realpath as realpath2, rename as rename4, rm as rm2, symlink as symlink4 } from "node:fs/promises";
import { dirname as dirname8, join as join17 } from "node:path";
var distributions = "wrapper/dists";
var linked = ["gradle.properties", "init.gradle", "init.gradle.kts", "init.d", "jdks"];
async function divideGradleHome(home) {
  const own = join17(home, ".gradle");
  const kept2 = join17(home, keptGradle);
  if ((await lstat8(own).catch(() => null))?.isDirectory() !== true) return [];
  await rename4(own, kept2);
  await mkdir4(own);
  const link2 = async (path) => {
    await mkdir4(dirname8(join17(own, path)), { recursive: true });
    await symlink4(join17(kept2, path), join17(own, path));
  };
  for (const path of linked) if ((await namesIn2(kept2, ".")).includes(path)) await link2(path);
  for (const path of await installed2(kept2)) await link2(path);
  await unlockModules(kept2);
  return [own];
}
async function installed2(kept2) {
  const paths = [];
  for (const name of await namesIn2(kept2, distributions))
    for (const digest of await namesIn2(kept2, join17(distributions, name)))
      for (const entry of await namesIn2(kept2, join17(distributions, name, digest)))
        if (!entry.endsWith(".lck")) paths.push(join17(distributions, name, digest, entry));
  return paths;
}
async function unlockModules(kept2) {
  const modules = join17(kept2, "caches/modules-2");
  const isOwn = await realpath2(modules).catch(() => null) === join17(await realpath2(kept2), "caches/modules-2");
  for (const name of isOwn ? ["modules-2.lock", "gc.properties"] : [])
    await rm2(join17(modules, name), { force: true });
}
async function namesIn2(folder, path) {
  return readdir9(join17(folder, path)).catch(() => []);
}

// src/adapters/workspaces/run-setup.ts
import { mkdir as mkdir5 } from "node:fs/promises";
import { join as join18 } from "node:path";
var setupTimeoutMs = 30 * 60 * 1e3;
var lastLines = 15;
var lastCharacters = 1500;
async function runSetup(tools, version, places) {
  const { setup, directory } = version.spec;
  if (setup === null) return;
  const temporary = join18(places.folder, "tmp");
  await mkdir5(temporary);
  await makeDirectory(version, places.place);
  tools.log?.info(`setup of ${version.commit.slice(0, 12)}${folderOf(directory)}: ${setup}`);
  const run = await tools.sandbox.run({
    purpose: "setup",
    view: {
      root: places.place,
      files: places.place,
      home: places.home,
      temporary,
      reports: null,
      bring: null,
      mostReportBytes: 16 * 1024 * 1024,
      readOnly: [],
      writable: []
    },
    command: setup,
    directory: join18(places.place, directory),
    environment: {
      ...setupVariables(tools, version),
      ...cleanEnvironment({ home: places.home, path: tools.path, temporary })
    },
    timeoutMs: tools.setupTimeoutMs ?? setupTimeoutMs,
    signal: tools.signal ?? new AbortController().signal
  });
  await removeFolder(temporary);
  if (run.end.kind === "exited" && run.end.code === 0) return;
  if (run.end.kind === "cancelled")
    throw new CancelledError("setup was cancelled", { cause: tools.signal?.reason });
  throw new UserError(
    "SETUP_FAILED",
    `\`${setup}\` ${endOf2(run)} in ${version.commit.slice(0, 12)}, directory \`${directory}\`: ${lastWords(run)}`,
    wayOut(version, places, run)
  );
}
function folderOf(directory) {
  return directory === "." ? "" : ` in ${directory}`;
}
var wordsOfGit = /not a git repository|setuptools[-_]scm|hatch[-_]vcs|versioningit|dunamai|obtaining VCS status|no (?:names|tags?) found|git describe/i;
function wayOut(version, { lacks }, run) {
  const asksGit = wordsOfGit.test(`${run.stdout.text}
${run.stderr.text}`);
  if (asksGit && lacks.length > 0) return lacks.join(" ");
  return asksGit && version.spec.git === void 0 ? "Trees have no `.git`. If setup asks git for a version, set `git: true` in this entry of `specs`: then setup, and setup alone, finds one." : "Change `setup` so that it passes in a clean checkout without your own environment variables.";
}
async function makeDirectory({ spec, commit }, tree) {
  try {
    await makeRealFolder(tree, spec.directory);
  } catch (error) {
    if (!(error instanceof UnsafePathError)) throw error;
    throw new UserError(
      "CONFIG_INVALID",
      `\`directory\` of spec ${spec.name}: ${error.message} in ${commit.slice(0, 12)}.`,
      "Give a folder that is in the repository."
    );
  }
}
function setupVariables(tools, version) {
  return Object.fromEntries(
    version.spec.setupEnv.flatMap((name) => {
      const value = tools.setupVariable?.(name) ?? null;
      return value === null ? [] : [[name, value]];
    })
  );
}
function endOf2(run) {
  switch (run.end.kind) {
    case "exited":
      return `ended with code ${run.end.code}`;
    case "killed":
      return `was killed by ${run.end.signal}`;
    case "timed-out":
      return "did not end in time";
    case "over-limit":
      return overLimitWords(run.end);
    case "cancelled":
      return "was cancelled";
  }
}
function lastWords(run) {
  const text = run.stderr.text.trim() === "" ? run.stdout.text : run.stderr.text;
  const lines = text.trim().split("\n");
  const shown = lines.slice(-lastLines);
  const reason = lines.slice(0, -lastLines).find((line) => isFault(line));
  const said = shown.join("\n").slice(reason === void 0 ? -lastCharacters : -lastCharacters / 3);
  const all = reason === void 0 ? said : `${reason.trim().slice(0, 300)} \u2026 ${said}`;
  return all.replaceAll(new RegExp("\\p{Cc}+", "gu"), " ");
}

// src/adapters/workspaces/set-up-tree.ts
var madeAgainAtMost = 10;
async function setUpTree(tools, version, folder) {
  const place = join19(folder, "tree");
  const home = join19(folder, "home");
  await mkdir6(home, { recursive: true });
  const tracked = await tools.repository.listTree(version.commit);
  const toLay = { repository: tools.repository, path: tools.path, commit: version.commit };
  const lay = layByCopying({ ...toLay, firstCopy: join19(folder, "laid") });
  const base = { place, home, tracked, lay, turns: new Turns() };
  if (version.spec.setup === null)
    return { ...base, ...nothingLeft, store: place, copies: /* @__PURE__ */ new Map() };
  const run = async () => runAt(tools, version, { folder, place, home, tracked });
  const { left, lacks } = await run();
  const findings = await searchLeft({ tree: place, home, left, tracked });
  const inTurnsBecause = tools.sandbox.level === "none" ? findings.pointsIntoTree ?? notSelfContained(left) ?? mayBeInstalledInPlace(left, tracked) : null;
  const store = inTurnsBecause === null ? place : join19(folder, "store");
  const homeParts = await planHome(home);
  const homeCopies = tools.sandbox.level === "none" ? [] : await divideGradleHome(home);
  const whole = {
    ...{ ...base, store, homeParts, homeCopies, left, lacks, inTurnsBecause },
    copies: findings.copies
  };
  if (store === place) {
    await keepOnly(place, left);
    return { ...whole, makeAgain: null };
  }
  await rename5(place, store);
  let times = 0;
  const makeAgain = async () => {
    times += 1;
    if (times > madeAgainAtMost) throw new WorkspaceLostError("setup had to run again too often");
    tools.log?.info("setup runs again, because a test run changed or removed what setup had made");
    for (const path of [place, store]) await removeFolder(path);
    await run();
    await rename5(place, store);
  };
  return { ...whole, makeAgain };
}
var nothingLeft = {
  homeParts: [],
  homeCopies: [],
  left: [],
  lacks: [],
  inTurnsBecause: null,
  makeAgain: null
};
async function runAt(tools, version, at) {
  const paths = at.tracked.map((entry) => entry.path);
  await mkdir6(at.place);
  await tools.repository.writeTree(version.commit, at.place);
  const unnamed = new Set((await setupOutput(at.place, paths)).map((entry) => entry.path));
  const wantsGit = version.spec.git === true;
  const history = wantsGit ? await tools.repository.writeGit(version.commit, at.place) : null;
  const missing = history === null ? null : missingTag(version.commit, history);
  const lacks = missing === null ? [] : [missing];
  await runSetup(tools, version, { ...at, lacks });
  if (wantsGit) await removeFolder(join19(at.place, ".git"));
  const left = (await setupOutput(at.place, paths)).filter((entry) => !unnamed.has(entry.path));
  return { left, lacks };
}
function missingTag(commit, { hasTag, isShallow }) {
  if (hasTag || !isShallow) return null;
  return `Setup of ${commit.slice(0, 12)} finds no tag (\`git: true\`), because the checkout is shallow: set \`fetch-depth: 0\` for actions/checkout, which fetches all tags too, or run \`git fetch --unshallow --tags\`.`;
}
function notSelfContained(left) {
  const folder = left.find((entry) => entry.kind === "folder" && !/(?:^|\/)node_modules$/.test(entry.path));
  return folder === void 0 ? null : `what is in ${folder.path}/ may refer to files beside it`;
}
function mayBeInstalledInPlace(left, tracked) {
  if (left.some((entry) => entry.kind === "folder")) return null;
  const isPython = tracked.some(({ path }) => /(?:^|\/)(?:pyproject\.toml|setup\.py|setup\.cfg)$/.test(path));
  return isPython ? "a Python project may be installed in place" : null;
}
async function keepOnly(place, left) {
  const kept2 = new Set(left.map((entry) => entry.path));
  const around = new Set(left.flatMap((entry) => parentsOf(entry.path)));
  const visit = async (folder) => {
    for (const entry of await readdir10(join19(place, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (kept2.has(path)) continue;
      if (around.has(path) && entry.isDirectory()) await visit(path);
      else await removeFolder(join19(place, path));
    }
  };
  await visit("");
}

// src/adapters/workspaces/workspaces.ts
function diskWorkspaces(tools) {
  const setUps = /* @__PURE__ */ new Map();
  const trees = /* @__PURE__ */ new Map();
  const removals = new Removals(tools.path);
  let top = null;
  let commits = 0;
  const newFolder = async (name) => {
    top ??= makeTop(tools.temporaryRoot);
    const folder = join20(await top, name);
    mkdirSync7(folder);
    return folder;
  };
  const prepare = async (version, signal = tools.signal) => {
    const stoppable = signal === void 0 ? tools : { ...tools, signal };
    const setUp = async () => {
      commits += 1;
      return setUpTree(stoppable, version, await newFolder(`commit-${commits}`));
    };
    const shared = await once(setUps, setUpKey(version), setUp);
    const newCell = () => newFolder(`cell-${randomUUID3()}`);
    const removeCell = (cell) => removals.add(cell);
    return preparedTree({ tools, version, setUp: shared, newCell, removeCell });
  };
  return {
    prepare: (version, signal) => once(trees, treeKey(version), () => prepare(version, signal)),
    [Symbol.asyncDispose]: async () => {
      await Promise.allSettled(trees.values());
      await removals.end();
      if (top !== null) await removeFolder(await top);
    }
  };
}
async function makeTop(temporaryRoot) {
  await mkdir7(temporaryRoot, { recursive: true });
  const top = await mkdtemp(join20(await realpath3(temporaryRoot), "spec-portability-"));
  await chmod3(top, 493);
  return top;
}
function once(made, key, make) {
  const value = made.get(key) ?? make();
  made.set(key, value);
  return value;
}
function setUpKey({ commit, spec }) {
  return JSON.stringify([commit, spec.directory, spec.setup, spec.setupEnv, spec.git]);
}
function treeKey(version) {
  const { files, instructions, tests, context, writes } = version.spec;
  return JSON.stringify([setUpKey(version), files, instructions, tests, context, writes, version.emptied]);
}
export {
  diskWorkspaces
};
