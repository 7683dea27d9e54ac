import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  escapeGlob,
  pathMatcher
} from "./chunk-FKVLOH4F.js";
import {
  UserError
} from "./chunk-SULUFCEC.js";
import {
  object,
  record,
  string
} from "./chunk-A7RSTFOV.js";

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

// src/core/results/runners/options.ts
function valuesOf(words, names) {
  return words.flatMap((word, index) => {
    if (names.includes(word)) return words[index + 1] ?? [];
    const name = names.find((each) => word.startsWith(`${each}=`));
    return name === void 0 ? [] : word.slice(name.length + 1).replace(/^(['"])(.*)\1$/, "$2");
  });
}
function valueOf(words, names) {
  return valuesOf(words, names).at(-1) ?? null;
}
function isGiven(words, names) {
  return words.some((word) => names.some((name) => word === name || word.startsWith(`${name}=`)));
}
function pathInTree(value) {
  const path = value.replace(/^(?:\.\/+)+/, "");
  if (path === "" || /^[/~]|[$`*?[{]/.test(path)) return null;
  return path.split("/").includes("..") ? null : path;
}

// src/core/results/runners/shell-words.ts
var operators = /^(?:&&|\|\||[;&|\n()]|[0-9]?[<>]+&?)/;
function shellCommands(line) {
  const commands = [];
  let words = [];
  let start = -1;
  let at = 0;
  const endWord = () => {
    if (start >= 0) words.push({ text: line.slice(start, at), end: at });
    start = -1;
  };
  const endCommand = () => {
    const last = words.at(-1);
    if (last !== void 0) commands.push({ words, end: last.end });
    words = [];
  };
  while (at < line.length) {
    const operator = operators.exec(line.slice(at, at + 4))?.[0];
    const length = operator?.length ?? lengthOfPart(line, at);
    if (operator !== void 0 || /\s/.test(line.charAt(at))) endWord();
    else if (start < 0) start = at;
    at += length;
    if (operator !== void 0) endCommand();
  }
  endWord();
  endCommand();
  return commands;
}
function lengthOfPart(line, at) {
  const character = line.charAt(at);
  if (character === "\\") return 2;
  if (character !== '"' && character !== "'") return 1;
  const close = line.indexOf(character, at + 1);
  return close === -1 ? line.length - at : close + 1 - at;
}
function unquoted(word) {
  return word.replace(/^(['"])(.*)\1$/, "$2");
}
function shellQuoted(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

// src/core/results/runners/npm-scripts.ts
var packageSchema = object({ scripts: record(string(), string()) });
var quietFlags = /* @__PURE__ */ new Set(["-s", "--silent", "--if-present", "--foreground-scripts"]);
function scriptsOf(packageJson) {
  if (packageJson === null) return /* @__PURE__ */ new Map();
  try {
    const parsed = packageSchema.safeParse(JSON.parse(packageJson));
    return new Map(parsed.success ? Object.entries(parsed.data.scripts) : []);
  } catch {
    return /* @__PURE__ */ new Map();
  }
}
function scriptCalled(command, scripts) {
  const [manager, ...rest] = plainWords(command);
  if (manager === "node") return nodeRun(command, { rest, scripts });
  if (manager === void 0 || !["npm", "pnpm", "yarn", "bun"].includes(manager)) return null;
  const name = scriptName(
    manager,
    rest.filter((word) => !quietFlags.has(word))
  );
  const script = name === null ? void 0 : scripts.get(name);
  if (script === void 0) return null;
  const given = rest.slice(rest.indexOf(name ?? "") + 1).filter((word) => word !== "--");
  if (manager === "npm" || isPnpmTest(manager, rest)) {
    return { script, at: command.end, separator: rest.includes("--") ? "" : "-- ", given };
  }
  return { script, at: endBeforeDashes(command), separator: "", given };
}
function nodeRun(command, of) {
  const { rest, scripts } = of;
  const name = valueOf(rest, ["--run"]);
  const script = name === null ? void 0 : scripts.get(name);
  if (script === void 0) return null;
  const dashes = rest.indexOf("--");
  const given = dashes === -1 ? [] : rest.slice(dashes + 1);
  return { script, at: command.end, separator: dashes === -1 ? "-- " : "", given };
}
function isPnpmTest(manager, rest) {
  const [verb = ""] = rest.filter((word) => !quietFlags.has(word));
  return manager === "pnpm" && ["test", "t", "tst"].includes(verb);
}
function endBeforeDashes(command) {
  const index = command.words.findIndex(({ text }) => unquoted(text) === "--");
  return command.words[index - 1]?.end ?? command.end;
}
function plainWords(command) {
  return wordsOfCall(command).map(({ text }) => unquoted(text));
}
function wordsOfCall({ words }) {
  const first = words.findIndex(
    ({ text }) => !/^\w+=/.test(unquoted(text)) && !["env", "cross-env", "exec", "time"].includes(unquoted(text))
  );
  return first === -1 ? [] : words.slice(first);
}
function scriptName(manager, words) {
  const [verb, name] = words;
  if (verb === void 0) return null;
  if (verb === "run" || verb === "run-script") return name ?? null;
  if (manager === "npm") return ["test", "t", "tst"].includes(verb) ? "test" : null;
  return manager === "bun" ? null : verb;
}

export {
  expandSpecs,
  matchingIn,
  globsOf,
  valuesOf,
  valueOf,
  isGiven,
  pathInTree,
  shellCommands,
  unquoted,
  shellQuoted,
  scriptsOf,
  scriptCalled,
  plainWords,
  wordsOfCall
};
