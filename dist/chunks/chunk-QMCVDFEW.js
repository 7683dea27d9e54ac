import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/control-runs/controls-note.ts
function controlsNote(suite, controls) {
  const words = noticingWords(controls);
  return words === null ? null : `The tests of ${suite} ${words}`;
}
function noticingWords({ changed, noticed, blind, byExitCode }) {
  if (changed === 0) return null;
  const weaker = byExitCode ? ", as far as its exit code says" : "";
  const none = blind.length === 0 ? "" : `; nothing is noticed in ${shown(blind)}`;
  return `notice ${noticed} of ${changed} changes of what they expect${weaker}${none}.`;
}
function shown(files) {
  const more = files.length > 3 ? ` and ${files.length - 3} more` : "";
  return `${files.slice(0, 3).join(", ")}${more}`;
}

export {
  controlsNote,
  noticingWords
};
