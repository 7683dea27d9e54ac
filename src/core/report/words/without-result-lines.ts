import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from '../summary/summary.ts';
import { boldModel, nameSpec } from './naming.ts';
import { words, type Phrases } from './phrases.ts';
import { prose } from './prose.ts';
import { mostSevereFirst } from './severity.ts';

/**
 * Where samples failed although no test did: how many, and why. Such samples name no broken test, so the reader needs
 * the reason.
 */
export function withoutResultLines(summary: PortabilitySummary): readonly Phrases[] {
  return mostSevereFirst(summary.verdicts)
    .filter(({ verdict }) => needsReason.has(verdict))
    .flatMap((verdict) => [...lineOf(summary, verdict, 'head'), ...lineOf(summary, verdict, 'base')])
    .slice(0, 3);
}

const needsReason = new Set<Verdict['verdict']>([
  'regressed',
  'not-portable',
  'suspected',
  'inconclusive',
  'base-too-weak',
]);

function lineOf(summary: PortabilitySummary, verdict: Verdict, side: 'base' | 'head'): readonly Phrases[] {
  const tally = verdict[side];
  const reasons = verdict.withoutResult.filter((reason) => reason[side] > 0);
  const [first, ...rest] = reasons;
  if (first === undefined || tally === null) return [];
  const failed = reasons.reduce((sum, reason) => sum + reason[side], 0);
  const several = new Set(summary.verdicts.map(({ spec }) => spec)).size > 1;
  return [
    [
      ...words('On '),
      ...boldModel(summary, verdict.model),
      ...(several ? [...words(' '), ...nameSpec(verdict.spec)] : []),
      ...words(
        `${side === 'base' ? ' before the change' : ''} ${failed} of ${tally.passed + tally.failed} samples failed without a failing test: `,
      ),
      ...prose(first.why),
      ...words(
        rest.length === 0
          ? '.'
          : ` (${first[side]}), and for ${rest.length} other ${rest.length === 1 ? 'reason' : 'reasons'}.`,
      ),
    ],
  ];
}
