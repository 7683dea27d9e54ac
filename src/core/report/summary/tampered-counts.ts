import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from './summary.ts';

/** How many samples of each side of a verdict interfered with their tests instead of passing them. */
export function tamperedCounts(
  { tamperedIn = [] }: PortabilitySummary,
  verdict: Verdict,
): { readonly base: number; readonly head: number } {
  const found = tamperedIn.find(({ question }) => question === verdict.question);
  return { base: found?.base ?? 0, head: found?.head ?? 0 };
}
