/** The words a verdict can be; interface.md's precedence is regressed, suspected, held. */
export type VerdictWord =
  | 'regressed'
  | 'suspected'
  | 'held'
  | 'improved'
  | 'inconclusive'
  | 'base-too-weak'
  | 'portable'
  | 'not-portable';
