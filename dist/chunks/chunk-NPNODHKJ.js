import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/specs/file-pattern.ts
var reportEndings = String.raw`\.(xml|json|jsonl|ndjson|tap)`;
function filePattern(text) {
  const path = text.replace(/\/+$/, "");
  const parts = path.split("/");
  const firstGlob = parts.findIndex((part) => hasWildcard(part));
  if (firstGlob === -1) {
    return { start: path, matches: `^${literal(path)}(/([^/]+/)*[^/]*${reportEndings})?$` };
  }
  return { start: parts.slice(0, firstGlob).join("/") || ".", matches: `^${partsMatching(parts)}$` };
}
function hasWildcard(text) {
  return /[*?[{]/.test(text);
}
function resultPaths(results) {
  switch (results.kind) {
    case "file":
      return [results.path];
    case "files":
      return results.patterns;
    case "auto":
    case "exit-code":
      return [];
  }
}
function isNamedBy(path, patterns) {
  return patterns.some(({ matches }) => new RegExp(matches).test(path));
}
function partsMatching(parts) {
  return parts.map((part, index) => {
    const isLast = index === parts.length - 1;
    if (part === "**") return isLast ? ".*" : "([^/]+/)*";
    return `${partMatching(part)}${isLast ? "" : "/"}`;
  }).join("");
}
var token = /\*+|\?|\[[!^]?[^\]/]+\]|\{[^{}/]*\}|./gsu;
function partMatching(part) {
  return part.replaceAll(token, (found) => {
    if (found.startsWith("*")) return "[^/]*";
    if (found === "?") return "[^/]";
    if (found.length > 1 && found.startsWith("[")) return found.replace(/^\[!/, "[^").replaceAll("\\", "");
    if (found.length > 1 && found.startsWith("{")) return alternatives(found.slice(1, -1));
    return literal(found);
  });
}
function alternatives(inner) {
  return `(${inner.split(",").map((each) => partMatching(each)).join("|")})`;
}
function literal(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

export {
  filePattern,
  hasWildcard,
  resultPaths,
  isNamedBy
};
