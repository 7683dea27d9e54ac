import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/results/own-run/last-lines.ts
function lastLines({ stdout, stderr }, count) {
  return [stdout, stderr].flatMap(({ text }) => text.split("\n")).map((line) => line.trimEnd()).filter((line) => line !== "").slice(-count);
}
function tellingLine(lines) {
  const last = lines.at(-1) ?? null;
  if (last === null || !isAppended(last)) return last;
  return lines.find((line) => isFault(line)) ?? lines.findLast((line) => !isAppended(line)) ?? last;
}
function isFault(line) {
  return !isAppended(line) && /\b(?:errors?|cannot|can(?:'|no)t|missing|not found|no such|denied|can only)\b/i.test(line);
}
function isAppended(line) {
  return /^\s*(?:Node\.js v\d|npm (?:error|ERR!)\s*(?:$|A complete log|code |errno |syscall |path |\d{4}-)|[\])}]|$)/.test(
    line
  );
}

export {
  lastLines,
  tellingLine,
  isFault
};
