import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/report/summary/shared-writes.ts
function sharedWrites(changes) {
  const writers = /* @__PURE__ */ new Map();
  for (const { name, base, head } of changes) {
    if (head === null) continue;
    for (const file of [...base?.emptied ?? [], ...head.emptied]) {
      writers.set(file, (writers.get(file) ?? /* @__PURE__ */ new Set()).add(name));
    }
  }
  const shared = /* @__PURE__ */ new Map();
  for (const [file, names] of writers) {
    if (names.size < 2) continue;
    const specs = [...names].toSorted();
    const key = JSON.stringify(specs);
    const known = shared.get(key) ?? { specs, files: [] };
    known.files.push(file);
    shared.set(key, known);
  }
  return [...shared.values()];
}

export {
  sharedWrites
};
