import type { Verdict, VerdictWord } from '../verdict/verdict.ts';

/** What a row of the table shows before the word. */
export const icons: Readonly<Record<VerdictWord, string>> = {
  regressed: '❌',
  'not-portable': '❌',
  suspected: '🟠',
  inconclusive: '⚪',
  'base-too-weak': '⚪',
  improved: '✅',
  portable: '✅',
  held: '✅',
};

/** Verdict words, the one a reader must see first in front. */
export const severity: readonly VerdictWord[] = [
  'regressed',
  'not-portable',
  'suspected',
  'inconclusive',
  'base-too-weak',
  'improved',
  'portable',
  'held',
];

/** Verdicts, the ones a reader must see in front; otherwise in the order they came. */
export function mostSevereFirst(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.toSorted((one, other) => severity.indexOf(one.verdict) - severity.indexOf(other.verdict));
}
