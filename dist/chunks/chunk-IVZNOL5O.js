import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/specs/empty-files.ts
function emptyFiles({ files }) {
  return files.filter(({ text }) => text.trim() === "").map(({ path }) => path);
}
function emptyFilesNote(version) {
  const empty = emptyFiles(version);
  if (empty.length === 0) return null;
  return `${empty.join(", ")} of the spec ${version.spec.name} ${empty.length === 1 ? "is" : "are"} empty, so no model learns anything from there.`;
}

export {
  emptyFiles,
  emptyFilesNote
};
