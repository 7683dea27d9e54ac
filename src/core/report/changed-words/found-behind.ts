import type { FoundWords } from '../../blame/found-words.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { mostSevereFirst } from '../words/severity.ts';

/** What a search found about one verdict. */
export type Cell = { readonly verdict: Verdict; readonly found: FoundWords };

/** Verdicts behind which the same words were found. */
export type WordsBehind = { readonly parts: FoundWords['parts']; readonly cells: readonly Cell[] };

/** What the search behind a verdict ended in; null where there was none. It has no parts if nothing was answered. */
export function searchBehind({ words = [] }: PortabilitySummary, verdict: Verdict): FoundWords | null {
  return words.find(({ question }) => question === verdict.question) ?? null;
}

/** The same for a reader: null also where no part is named, and where only one changed, so that the change says all. */
export function foundBehind(summary: PortabilitySummary, verdict: Verdict): FoundWords | null {
  const found = searchBehind(summary, verdict);
  if (found?.parts.length === 0) return null;
  return found?.end === 'one-part' && found.check === null ? null : found;
}

/** The words that were found, each with all verdicts that they are behind, worst verdict first. */
export function wordsBehind(summary: PortabilitySummary): readonly WordsBehind[] {
  const groups = new Map<string, Cell[]>();
  for (const verdict of mostSevereFirst(summary.verdicts)) {
    const found = foundBehind(summary, verdict);
    if (found === null) continue;
    const key = JSON.stringify(found.parts.map(({ part }) => part.id).toSorted());
    groups.set(key, [...(groups.get(key) ?? []), { verdict, found }]);
  }
  return [...groups.values()].map((cells) => ({ parts: cells[0]?.found.parts ?? [], cells }));
}
