import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  object,
  record,
  string
} from "./chunk-P6BWDRRG.js";

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
