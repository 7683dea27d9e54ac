import type { SpecPair, SpecVersion } from './spec.ts';

/** A spec of which no word changed, as something that stands on both sides of a question. */
export function unchangedSpec(base: SpecVersion, head: SpecVersion = base): SpecPair {
  return { name: head.spec.name, base, head, hunks: [], changedTests: [], otherFilesChanged: false };
}
