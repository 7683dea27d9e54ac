import { dropEvidence } from '../statistics/evidence.ts';
import { falseAlarmRate } from '../statistics/gate.ts';
import { passesAt } from '../statistics/series.ts';
import { looksTaken } from '../verdict/examine.ts';
import type { PartSamples } from './part-samples.ts';

/** The text that a text which lacks parts is nearest to, apart from the full one. */
export type Nearest = {
  /** The missing parts that it still has; all of them if it is the full text. */
  readonly blamed: readonly string[];
  /**
   * The p-value of a test that passes `passed` of `samples` times, as a comparison with this text; 0 if it is the full
   * text, because that comparison is made anyway.
   */
  readonly pOf: (test: string, passed: number, samples: number) => number;
};

/**
 * Finds the measured text that lacks the most of the same parts, on the same model. What it lacks already cannot be what
 * a test notices only now, so a drop has to show against it as well.
 */
export function nearestOf({ model, removed }: PartSamples, among: readonly PartSamples[]): Nearest {
  const own = new Set(removed);
  const [nearest] = among
    .filter((other) => other.model === model && isWithin(other.removed, own))
    .toSorted((one, other) => other.removed.length - one.removed.length);
  if (nearest === undefined) return { blamed: removed, pOf: () => 0 };
  const lacking = new Set(nearest.removed);
  return { blamed: removed.filter((id) => !lacking.has(id)), pOf: besides(nearest) };
}

function isWithin(removed: readonly string[], own: ReadonlySet<string>): boolean {
  return removed.length < own.size && removed.every((id) => own.has(id));
}

// Both numbers of samples are taken as if they had been fixed before; `bench:words` holds what follows from that.
function besides({ looks, samples }: PartSamples): Nearest['pOf'] {
  const base = looksTaken(samples, looks).at(-1)?.head ?? 0;
  const passes = new Map(
    samples.tests.map((series) => [series.test, passesAt(series, { base: 0, head: base }).head] as const),
  );
  return (test, passed, head) => {
    const basePassed = passes.get(test);
    // Nothing is known of it there, so nothing says that the difference is new.
    if (basePassed === undefined || base === 0) return 1;
    const look = { base, head };
    return falseAlarmRate([look], dropEvidence({ base: basePassed, head: passed }, look));
  };
}
