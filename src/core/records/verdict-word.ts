/** The possible verdicts of a comparison. */
export const comparingWords = [
  'regressed',
  'suspected',
  'held',
  'improved',
  'inconclusive',
  'base-too-weak',
] as const;

/** All words that a verdict can be. */
export type VerdictWord = (typeof comparingWords)[number] | 'portable' | 'not-portable';

/** The word if it is one of a comparison; null if it is one of a single measurement. */
export function comparingWord(word: VerdictWord): (typeof comparingWords)[number] | null {
  return comparingWords.find((each) => each === word) ?? null;
}
