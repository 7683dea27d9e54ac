import type { SpecPair, SpecVersion } from './spec.ts';

/** A spec whose text did not change, in the form of a pair. */
export function unchangedSpec(version: SpecVersion): SpecPair {
  return {
    name: version.spec.name,
    base: version,
    head: version,
    hunks: [],
    changedTests: [],
    otherFilesChanged: false,
  };
}
