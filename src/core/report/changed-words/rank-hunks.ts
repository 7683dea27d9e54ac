import { sharedWords } from '../../specs/shared-words.ts';
import type { Hunk } from '../../specs/spec.ts';

/** Hunks that share words with the names of these tests first, otherwise in their order. A guess, and said as one. */
export function rankHunks(hunks: readonly Hunk[], tests: readonly string[]): readonly Hunk[] {
  const scores = sharedWords(
    hunks.map(({ removed, added }) => [...removed, ...added].join(' ')),
    tests,
  );
  return hunks
    .map((hunk, index) => ({ hunk, score: scores[index] ?? 0 }))
    .toSorted((one, other) => other.score - one.score)
    .map(({ hunk }) => hunk);
}
