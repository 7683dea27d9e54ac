import { additionalKindOf } from '../../records/asks.ts';
import type { Asks } from '../../records/asks.ts';
import type { SpecPair } from '../../specs/spec.ts';
import { measured } from '../../statistics/tally.ts';
import type { Tally } from '../../statistics/tally.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { PortabilitySummary } from './summary.ts';

/**
 * How well each spec works across its models, the head by its whole suite: for each side the mean of the rates that were
 * seen, and on which models the head is portable.
 */
export function portabilityOf(
  changes: readonly SpecPair[],
  verdicts: readonly Verdict[],
): PortabilitySummary['portability'] {
  const switched = verdicts.filter(({ asks }) => asks === 'model-switch');
  return [
    ...new Set([...changes, ...switched.map(({ spec }) => ({ name: spec }))].map(({ name }) => name)),
  ].map((name) => {
    const own = verdictsBehind({ changes, verdicts }, name);
    return {
      spec: name,
      base: mean(own.map((verdict) => verdict.base)),
      head: mean(own.map(({ wholeHead }) => wholeHead)),
      portableOn: own.filter((verdict) => isPortable(verdict)).map(({ model }) => model),
    };
  });
}

/** The verdicts whose mean is a spec's portability. */
export function verdictsBehind(
  {
    changes,
    verdicts,
  }: {
    readonly changes: readonly Pick<SpecPair, 'name'>[];
    readonly verdicts: readonly Verdict[];
  },
  spec: string,
): readonly Verdict[] {
  const isChanged = changes.some(({ name }) => name === spec);
  return verdicts.filter((verdict) => verdict.spec === spec && isBehindPortability(verdict.asks, isChanged));
}

/** The sides of a changed spec are its two texts; the sides of an unchanged one are the two models. */
export function isBehindPortability(asks: Asks, isChanged: boolean): boolean {
  return isChanged ? additionalKindOf(asks) === undefined : asks === 'model-switch';
}

// The head does what the base did, or better, and what is new as well.
function isPortable({ verdict, requirements }: Verdict): boolean {
  return kept.has(verdict) && (requirements === null || requirements.verdict === 'met');
}

// Verdicts that mean that the head works as well as the base, or better.
const kept = new Set<Verdict['verdict']>(['held', 'improved', 'portable']);

// What was seen, not (s+½)/(n+1): a reader checks it against the counts, and a spec that always passes has to reach any
// minimum. How certain a rate is stands beside it, in the intervals.
function mean(tallies: readonly (Tally | null)[]): number | null {
  const rates = tallies.flatMap((tally) =>
    tally === null || measured(tally) === 0 ? [] : [tally.passed / measured(tally)],
  );
  return rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}
