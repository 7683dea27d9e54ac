import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  escapeGlob,
  pathMatcher
} from "./chunk-JIQY2GBS.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";

// src/core/specs/expand-specs.ts
function expandSpecs(entries, match) {
  const found = entries.flatMap((entry) => {
    const files = match(globsOf(entry));
    if (files.length === 0) return [];
    if (entry.name !== null) return [{ entry, files, folder: "", name: entry.name }];
    return [...byFolder(files)].map(([folder, inFolder]) => ({ entry, files: inFolder, folder, name: null }));
  });
  const names = uniqueNames(
    found.map(({ name, folder, files }) => name === null ? placeOf(folder, files) : { given: name })
  );
  return found.map(({ entry, files }, at) => toSpec(entry, files, names[at] ?? ""));
}
function matchingIn(paths) {
  const known = /* @__PURE__ */ new Map();
  const matchesOf = (glob) => {
    const matches = known.get(glob) ?? paths.filter(pathMatcher([glob])).toSorted();
    known.set(glob, matches);
    return matches;
  };
  return (globs) => [...new Set(globs.flatMap((glob) => matchesOf(glob)))];
}
function globsOf(entry) {
  const { name } = entry;
  return name === null ? entry.spec : entry.spec.map((glob) => glob.replaceAll("{name}", escapeGlob(name)));
}
function byFolder(files) {
  const folders = /* @__PURE__ */ new Map();
  for (const file of files) {
    const folder = file.slice(0, Math.max(0, file.lastIndexOf("/")));
    folders.set(folder, [...folders.get(folder) ?? [], file]);
  }
  return folders;
}
function placeOf(folder, files) {
  const stem = (files[0] ?? "").replace(/^.*\//, "").replace(/(.)\..*$/, "$1");
  return { place: folder === "" ? stem : folder };
}
function toSpec(entry, files, name) {
  const inGlobs = (globs) => globs.map((glob) => glob.replaceAll("{name}", escapeGlob(name)));
  const inPath = (path) => path.replaceAll("{name}", name);
  return {
    name,
    files,
    instructions: inGlobs(entry.instructions),
    writes: inGlobs(entry.writes),
    tests: inGlobs(entry.tests),
    context: inGlobs(entry.context),
    directory: inPath(entry.directory),
    setup: entry.setup === null ? null : inCommand(entry.setup, name),
    setupEnv: entry.setupEnv,
    ...entry.git === void 0 ? {} : { git: entry.git },
    writableDeps: entry.writableDeps.map(inPath),
    test: inCommand(entry.test, name),
    results: inResults(entry.results, { inPath, inGlobs }),
    timeoutMs: entry.timeoutMs
  };
}
function inResults(results, named) {
  if (results.kind === "file") return { kind: "file", path: named.inPath(results.path) };
  return results.kind === "files" ? { kind: "files", patterns: named.inGlobs(results.patterns) } : results;
}
function inCommand(command, name) {
  if (!command.includes("{name}")) return command;
  if (/^[\w@%+=][\w@%+=:,./-]*$/.test(name)) return command.replaceAll("{name}", name);
  throw new UserError(
    "CONFIG_INVALID",
    `the spec name ${JSON.stringify(name)} cannot be put into a command in place of \`{name}\`.`,
    "Use only letters, digits, `-`, `_` and `.` in the name of the folder, or give the entry a `name`."
  );
}
function uniqueNames(namings) {
  refuseRepeated(namings.flatMap((naming) => "given" in naming ? [naming.given] : []));
  const most = Math.max(
    1,
    ...namings.map((naming) => "place" in naming ? naming.place.split("/").length : 1)
  );
  let parts = namings.map(() => 1);
  for (let turn = 1; turn < most; turn += 1) {
    const names = namings.map((naming, at) => nameOf(naming, parts[at] ?? 1));
    const repeated = new Set(names.filter((name, at) => names.indexOf(name) !== at));
    parts = parts.map((count, at) => repeated.has(names[at] ?? "") ? count + 1 : count);
  }
  return numbered(namings, parts);
}
function nameOf(naming, parts) {
  return "given" in naming ? naming.given : naming.place.split("/").slice(-parts).join("/");
}
function numbered(namings, parts) {
  const taken = new Set(namings.flatMap((naming) => "given" in naming ? [naming.given] : []));
  return namings.map((naming, at) => {
    const name = nameOf(naming, parts[at] ?? 1);
    if ("given" in naming) return name;
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name}-${count}`;
    taken.add(unique);
    return unique;
  });
}
function refuseRepeated(names) {
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated === void 0) return;
  throw new UserError(
    "CONFIG_INVALID",
    `two entries of \`specs\` are called \`${repeated}\`.`,
    "Give each of them its own `name`."
  );
}

export {
  expandSpecs,
  matchingIn,
  globsOf
};
