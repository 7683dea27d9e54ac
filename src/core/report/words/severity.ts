import { blocks } from '../../verdict/conclude.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import type { VerdictWord } from '../../records/verdict-word.ts';

/** What a row of the table shows before the word: a cross only where the verdict makes the gate fail. */
export function iconOf(summary: PortabilitySummary, verdict: Verdict): string {
  return isBlocking(summary, verdict) ? '❌' : icons[verdict.verdict];
}

/** Whether this verdict makes the gate of this run fail. */
export function isBlocking(summary: PortabilitySummary, verdict: Verdict): boolean {
  const isBelowMinimum = verdict.verdict === 'not-portable' && (summary.belowMinimum ?? []).length > 0;
  return isBelowMinimum || blocks(verdict, summary.settings.failOn);
}

const icons: Readonly<Record<VerdictWord, string>> = {
  regressed: '🟠',
  'not-portable': '🟠',
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
