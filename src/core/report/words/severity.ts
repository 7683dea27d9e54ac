import { blocks } from '../../verdict/conclude.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import type { VerdictWord } from '../../records/verdict-word.ts';

/** The icon before the word in a table row: a cross only if the verdict makes the gate fail. */
export function iconOf(summary: PortabilitySummary, verdict: Verdict): string {
  if (isBlocking(summary, verdict)) return '❌';
  const icon = icons[verdict.verdict];
  if (verdict.requirements?.verdict === 'unmet') return '🟠';
  return verdict.requirements?.verdict === 'undecided' && icon === '✅' ? '⚪' : icon;
}

/** Whether this verdict makes the gate of this run fail. */
export function isBlocking(summary: PortabilitySummary, verdict: Verdict): boolean {
  const isBelowMinimum = verdict.verdict === 'not-portable' && (summary.belowMinimum ?? []).length > 0;
  return isBelowMinimum || blocks(verdict, summary.settings);
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

/** Verdict words, most severe first. */
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

/** Verdicts, most severe first; otherwise in their given order. */
export function mostSevereFirst(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.toSorted((one, other) => severity.indexOf(one.verdict) - severity.indexOf(other.verdict));
}
