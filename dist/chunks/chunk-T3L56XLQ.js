import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/generation/path-rules.ts
var answerLimits = { pathLength: 200, files: 500, bytes: 10 * 1024 * 1024 };
function pathProblem(path) {
  if (path === "") return "the path is empty";
  if (path.length > answerLimits.pathLength)
    return `the path is longer than ${answerLimits.pathLength} characters`;
  if (path !== path.normalize("NFC")) return "the path is not in Unicode form NFC";
  if (!/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u.test(path))
    return "the path holds a control or invisible character";
  if (/[\\:*?"<>|]/.test(path)) return 'the path holds one of \\ : * ? " < > |';
  if (path.startsWith("/")) return "the path is absolute";
  if (/^[-~]/.test(path)) return "the path begins with - or ~";
  return firstProblem(path.split("/"), segmentProblem);
}
function pathSetProblem(paths) {
  if (paths.length > answerLimits.files) return `more than ${answerLimits.files} files`;
  const files = new Set(paths.map(foldCase));
  if (files.size < paths.length) return "two files have the same path";
  return firstProblem(paths, (path) => {
    const folders = path.split("/").slice(0, -1);
    const clash = folders.some((_, index) => files.has(foldCase(folders.slice(0, index + 1).join("/"))));
    return clash ? "a path is both a file and a folder" : null;
  });
}
function shownPath(path) {
  const clipped = path.length > 80 ? `${path.slice(0, 80)}…` : path;
  return JSON.stringify(clipped).replaceAll(
    /[^ -~…]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
function segmentProblem(segment) {
  if (segment === "" || segment === "." || segment === "..") return "the path has an empty, `.` or `..` part";
  if (/^ |[ .]$/.test(segment)) return "a part of the path begins with a space or ends with a space or a dot";
  if (/^(?:\.git|git~\d)/i.test(segment)) return "the path leads to files of git";
  if (/^node_modules$/i.test(segment)) return "the path leads into node_modules";
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i.test(segment))
    return "a part of the path is a device on Windows";
  return null;
}
function firstProblem(items, problem) {
  for (const item of items) {
    const found = problem(item);
    if (found !== null) return found;
  }
  return null;
}
function foldCase(path) {
  return path.toUpperCase().toLowerCase().normalize("NFC");
}

export {
  answerLimits,
  pathProblem,
  pathSetProblem,
  shownPath
};
