import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { sidesInWords } from './asking.ts';
import { boldModel, nameSpec } from './naming.ts';
import { words, type Phrases } from './phrases.ts';
import { prose } from './prose.ts';
import { mostSevereFirst } from './severity.ts';

/**
 * Where samples failed although no test did: how many, and why. Such samples name no broken test, so the reader needs
 * the reason. The first screen has the ones behind bad news, the rest is folded.
 */
export function withoutResultLines(summary: PortabilitySummary): {
  readonly first: readonly Phrases[];
  readonly folded: readonly Phrases[];
} {
  const rows = mostSevereFirst(summary.verdicts).map((verdict) => ({
    isBad: !good.has(verdict.verdict),
    lines: [...lineOf(summary, verdict, 'head'), ...lineOf(summary, verdict, 'base')],
  }));
  const linesOf = (isBad: boolean): readonly Phrases[] =>
    rows.filter((row) => row.isBad === isBad).flatMap(({ lines }) => lines);
  const bad = linesOf(true);
  return { first: bad.slice(0, most), folded: [...bad.slice(most), ...linesOf(false)].slice(0, 50) };
}

const good = new Set<Verdict['verdict']>(['held', 'improved', 'portable']);
const most = 3;

function lineOf(summary: PortabilitySummary, verdict: Verdict, side: 'base' | 'head'): readonly Phrases[] {
  const tally = verdict[side];
  const reasons = verdict.withoutResult
    .filter((reason) => reason[side] > 0)
    .toSorted((one, other) => other[side] - one[side]);
  if (reasons.length === 0 || tally === null) return [];
  const failed = reasons.reduce((sum, reason) => sum + reason[side], 0);
  const several = new Set(summary.verdicts.map(({ spec }) => spec)).size > 1;
  return [
    [
      ...words('On '),
      ...boldModel(summary, verdict.model),
      ...(several ? [...words(' for '), ...nameSpec(verdict.spec)] : []),
      ...words(side === 'base' ? ` (${sidesInWords(verdict.asks).base}) ` : ' '),
      ...words(`${failed} of ${tally.passed + tally.failed} samples failed without a failing test: `),
      ...reasons
        .slice(0, most)
        .flatMap((reason, index) => [
          ...words(index > 0 ? '; ' : ''),
          ...prose(reason.why, 200),
          ...words(reasons.length > 1 ? ` (${reason[side]})` : ''),
        ]),
      ...words('.'),
    ],
  ];
}
