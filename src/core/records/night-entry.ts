import type { VerdictWord } from './verdict-word.ts';

/** Passes and failures of one side of a comparison. */
export type PassCount = { readonly passed: number; readonly failed: number };

/** What the gate said of a series whose chart raised an alarm. */
export type GateAnswer = {
  readonly verdict: VerdictWord;
  readonly anchor: PassCount;
  readonly fresh: PassCount;
  /** Corrected for the number of all series; null where nothing was examined. */
  readonly p: number | null;
};

/** One series on one night: all that is remembered of it. */
export type NightEntry = {
  readonly schema: 1;
  /** UTC day, YYYY-MM-DD. */
  readonly night: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly commit: string;
  readonly spec: string;
  readonly model: string;
  /** What the model was shown, as a short digest. */
  readonly text: string;
  /** What the series is held against, as a short digest; another one starts the series anew. */
  readonly anchor: string;
  /** Tonight's samples in order: p passed, f failed. */
  readonly outcomes: string;
  /** Samples that say nothing: outages, quota, budget. */
  readonly unmeasured: number;
  /** Model ids that the vendor said it served. */
  readonly servedBy: readonly string[];
  /** Number of all series of that night: what the gate's alpha was divided by. */
  readonly series: number;
  /** null where no alarm was raised, or the gate could not be asked to its end. */
  readonly gate: GateAnswer | null;
};

/** Which series an entry belongs to. */
export function seriesKey({ spec, model }: { readonly spec: string; readonly model: string }): string {
  return JSON.stringify([spec, model]);
}

/** The entries of each series, in the order in which they stand in the history. */
export function groupBySeries(history: readonly NightEntry[]): ReadonlyMap<string, readonly NightEntry[]> {
  const groups = new Map<string, NightEntry[]>();
  for (const entry of history) {
    const group = groups.get(seriesKey(entry)) ?? [];
    group.push(entry);
    groups.set(seriesKey(entry), group);
  }
  return groups;
}

/** Entries of several tellings in order of time; of one told twice the last one counts, so that no sample counts twice. */
export function mergeNights(tellings: readonly (readonly NightEntry[])[]): readonly NightEntry[] {
  const merged = new Map<string, NightEntry>();
  for (const entry of tellings.flat()) {
    const { night, spec, model, text, anchor } = entry;
    const key = JSON.stringify([night, spec, model, text, anchor]);
    const known = merged.get(key);
    if (known === undefined || known.at <= entry.at) merged.set(key, entry);
  }
  return [...merged.values()].toSorted(inTime);
}

function inTime(one: NightEntry, other: NightEntry): number {
  const [left, right] = [one, other].map(({ night }) => night);
  if (left !== right) return (left ?? '') < (right ?? '') ? -1 : 1;
  return one.at - other.at;
}

/** The entry's samples as passes. */
export function passesOf({ outcomes }: Pick<NightEntry, 'outcomes'>): readonly boolean[] {
  return Array.from(outcomes, (outcome) => outcome === 'p');
}
