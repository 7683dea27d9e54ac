import type { Part, PartKind } from '../parts/part.ts';
import { sharedWords } from '../specs/shared-words.ts';

/**
 * How probable each part is the cause before any sample of the search, in the order of the parts; they add up to 1. What
 * must be so weighs more than what explains it, and a part that shares words with the broken tests weighs more. The
 * weights are so close to each other that a wrong guess costs little (docs/decisions/0035-search-over-prefixes.md).
 */
export function priorOf(parts: readonly Part[], brokenTests: readonly string[]): readonly number[] {
  const scores = sharedWords(
    parts.map(({ absent, present }) => `${absent} ${present}`),
    brokenTests,
  );
  const most = Math.max(0, ...scores);
  const weights = parts.map(({ kind }, index) => {
    const shared = most === 0 ? 0 : (scores[index] ?? 0) / most;
    return kindWeights[kind] * (1 + (wordsWeight - 1) * shared);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

const kindWeights: Readonly<Record<PartKind, number>> = {
  requirement: 1.6,
  example: 1.4,
  heading: 1.2,
  explanation: 1.2,
  wording: 1,
};

/** Times that the part with the most shared words weighs more than one without any. */
const wordsWeight = 1.5;
