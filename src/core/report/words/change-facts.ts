import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from '../summary/summary.ts';

/** The verdicts about a text whose words and their places are the same on both sides. */
export function withSameWords({ changes, verdicts }: PortabilitySummary): readonly Verdict[] {
  const same = new Set(changes.filter(({ asksTheSame }) => asksTheSame).map(({ name }) => name));
  return verdicts.filter(({ asks, spec }) => asks === 'regression' && same.has(spec));
}

/** Whether each verdict is about a text that changed while its tests did not. */
export function sameTests(summary: PortabilitySummary, verdicts: readonly Verdict[]): boolean {
  const changed = new Set(
    summary.changes
      .filter((change) => change.class !== 'tests' && !change.asksTheSame)
      .map(({ name }) => name),
  );
  return verdicts.every(({ asks, spec }) => asks === 'regression' && changed.has(spec));
}
