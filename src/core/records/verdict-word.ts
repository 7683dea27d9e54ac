/** What a comparison can end in. */
export const comparingWords = [
  'regressed',
  'suspected',
  'held',
  'improved',
  'inconclusive',
  'base-too-weak',
] as const;

/** The words a verdict can be; interface.md's precedence is regressed, suspected, held. */
export type VerdictWord = (typeof comparingWords)[number] | 'portable' | 'not-portable';

/** The word as one of a comparison; null where it is one of a measurement alone. */
export function comparingWord(word: VerdictWord): (typeof comparingWords)[number] | null {
  return comparingWords.find((each) => each === word) ?? null;
}
