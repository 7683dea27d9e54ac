import type { SpecPair, SpecVersion } from './spec.ts';

/** A spec of which no word changed, as something that stands on both sides of a question. */
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
