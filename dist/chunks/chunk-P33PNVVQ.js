import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  UserError,
  configPaths,
  dryRun,
  readSettings
} from "./chunk-WSJ3JF5A.js";

// src/entry/commands/command-options.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
function textOf(options, name) {
  const value = options[name];
  if (typeof value !== "string") return null;
  if (value.trim() !== "") return value;
  throw new UserError(
    "CONFIG_INVALID",
    `option \`${flagOf(name)}\` is empty.`,
    "Give it a value, or leave it out."
  );
}
function wholeNumber(options, name, otherwise) {
  const text = textOf(options, name);
  if (text === null) return otherwise;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UserError(
    "CONFIG_INVALID",
    `option \`${flagOf(name)}\` is \`${text.slice(0, 40)}\`.`,
    "Give a whole number."
  );
}
function flagOf(name) {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
function modeOf(options) {
  return options["dryRun"] === true ? dryRun : { kind: "measure" };
}
function placesOf(options) {
  const directory = resolve(textOf(options, "cwd") ?? ".");
  return {
    directory,
    records: resolve(directory, textOf(options, "records") ?? ".spec-portability/records"),
    report: resolve(directory, textOf(options, "reportDir") ?? ".spec-portability/report")
  };
}
function inputsOf(options) {
  const pairs = [
    ["max-usd", textOf(options, "maxUsd")],
    ["max-generations", textOf(options, "maxGenerations")],
    ["fail-on", textOf(options, "failOn")],
    ["sandbox", textOf(options, "sandbox")],
    ["bisect", textOf(options, "bisect")]
  ];
  return Object.fromEntries(pairs.flatMap(([name, value]) => value === null ? [] : [[name, value]]));
}
async function settingsOf(options) {
  const file = await workingTreeConfig(options);
  return readSettings({ file, inputs: inputsOf(options), typedAs: "option" });
}
async function workingTreeConfig(options) {
  const path = textOf(options, "config");
  const { directory } = placesOf(options);
  for (const name of path === null ? configPaths : [path]) {
    const text = await readFile(resolve(directory, name), "utf8").catch(() => null);
    if (text !== null) return { path: name, text };
  }
  throw path === null ? new UserError(
    "CONFIG_NOT_FOUND",
    `there is no \`${configPaths.join("` and no `")}\` in ${directory}.`,
    "`init` writes one. If the repository is another folder, name it with `--cwd`."
  ) : new UserError(
    "CONFIG_NOT_FOUND",
    `\`${path}\` (\`--config\`) is not a file that can be read.`,
    "Check the path."
  );
}

export {
  textOf,
  wholeNumber,
  modeOf,
  placesOf,
  settingsOf
};
