import type { Verdict } from '../../verdict/verdict.ts';
import { mostSevereFirst } from './severity.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

/** Which verdicts have a row on the first screen and which are folded; in a long list those that held are folded. */
export function rowsOf(
  { verdicts }: Pick<PortabilitySummary, 'verdicts'>,
  max: number,
): { readonly shown: readonly Verdict[]; readonly folded: readonly Verdict[] } {
  const rows = mostSevereFirst(verdicts);
  const told = rows.length > manyRows ? rows.filter(({ verdict }) => verdict !== 'held').length : rows.length;
  const limit = Math.min(told, max);
  return { shown: rows.slice(0, limit), folded: rows.slice(limit) };
}

/** More verdicts than anyone reads row by row. */
export const manyRows = 12;
