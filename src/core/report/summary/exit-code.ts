import { blocks } from '../../verdict/conclude.ts';
import type { PortabilitySummary } from './summary.ts';

/** A failed gate takes precedence over a model that was stopped because of its configuration. */
export function exitCodeOf(summary: PortabilitySummary): 0 | 1 | 2 {
  if (summary.conclusion !== 'failure') return 0;
  // The repeated verdict was a failed gate.
  if (summary.repeats !== undefined) return 1;
  const isBelowMinimum = (summary.belowMinimum ?? []).length > 0;
  return isBelowMinimum || summary.verdicts.some((verdict) => blocks(verdict, summary.settings)) ? 1 : 2;
}
