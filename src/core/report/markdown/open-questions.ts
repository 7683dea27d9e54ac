import { bullets, words, type Blocks, type Phrases } from '../words/phrases.ts';
import { nameModel, nameSpec } from '../words/naming.ts';
import { prose } from '../words/prose.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

/**
 * Why comparisons have no verdict, if the first sentence cannot say it all. Comparisons with the same reason share a
 * line.
 */
export function openQuestions(summary: PortabilitySummary): Blocks {
  const byReason = new Map<string, Phrases[]>();
  for (const { spec, model, verdict, why } of summary.verdicts) {
    if (verdict !== 'inconclusive' || why === null) continue;
    const names = byReason.get(why) ?? [];
    names.push([...nameSpec(spec), ...words(' on '), ...nameModel(summary, model)]);
    byReason.set(why, names);
  }
  const lines = [...byReason].map(([why, names]): Phrases => [
    ...listed(names),
    ...words(': '),
    ...prose(why),
  ]);
  const isTold = lines.length < 2 && summary.verdicts.length <= 6;
  return lines.length === 0 || isTold ? [] : [bullets(lines.slice(0, 50))];
}

function listed(names: readonly Phrases[]): Phrases {
  const shown = names.slice(0, maxNames);
  const rest = names.length - shown.length;
  const parts = shown.flatMap((name, index) => (index === 0 ? name : [...words(', '), ...name]));
  return rest > 0 ? [...parts, ...words(` and ${rest} more`)] : parts;
}

const maxNames = 20;
