import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/core/specs/unchanged-spec.ts
function unchangedSpec(version) {
  return {
    name: version.spec.name,
    base: version,
    head: version,
    hunks: [],
    changedTests: [],
    otherFilesChanged: false
  };
}

export {
  unchangedSpec
};
