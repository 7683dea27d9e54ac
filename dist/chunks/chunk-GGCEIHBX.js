import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/results/case-id.ts
var nameLimit = 500;
var fileEnding = /\.(?:[cm]?[jt]sx?|py|go|rb|rs|php|java|kts?|cs|swift|exs?|lua|sh)$/;
function caseId(place, root) {
  const file = caseFile(place.file, root);
  const names = place.names.map((name) => oneLine(withoutRoot(name, root)) || "(unnamed)");
  if (names.length === 0 || isFileEntry(file, names)) return null;
  const parts = file !== "" && (names.length === 1 || names[0] !== file) ? [file, ...names] : names;
  return parts.join(" > ");
}
function caseFile(file, root) {
  return oneLine(withoutRoot(file, root)).replace(/^\.\//, "");
}
function fileOfCase(id) {
  const end = id.indexOf(" > ");
  const file = end === -1 ? id : id.slice(0, end);
  return fileEnding.test(file) ? file : null;
}
function withoutRoot(text, root) {
  return root.filter((path) => path.length > 1).toSorted((one, other) => other.length - one.length).reduce((rest, path) => withoutPath(rest, path.replace(/\/+$/, "")), text);
}
function isFileEntry(file, names) {
  const name = names.at(-1) ?? "";
  if (!fileEnding.test(name) || file === "" && /\s/.test(name)) return false;
  return [file, ...names].every((part) => part === "" || part === name || part.endsWith(`/${name}`));
}
function withoutPath(text, path) {
  const spellings = [`file://${encodeURI(path)}`, `file://${path}`, path];
  return spellings.reduce((rest, spelling) => {
    if (!rest.includes(spelling)) return rest;
    const literal = spelling.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    return rest.replaceAll(new RegExp(String.raw`(?<![\w.-])${literal}/`, "g"), "").replaceAll(new RegExp(String.raw`(?<![\w.-])${literal}(?![\w.-])`, "g"), ".");
  }, text);
}
function oneLine(text) {
  return clip(text.replaceAll(/\s+/g, " ").trim(), nameLimit);
}
function clip(text, limit) {
  if (text.length <= limit) return text;
  return text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, "");
}

export {
  caseId,
  caseFile,
  fileOfCase,
  withoutRoot,
  clip
};
