import * as z from 'zod';
import type { Stored } from '../stored.ts';
import { comparingWords } from './verdict-word.ts';

const count = z.number().int().nonnegative().max(1_000_000);
const name = z.string().min(1).max(500);
const digestText = z.string().regex(/^[0-9a-f]{16}$/);

/** Passes and failures of one side of a comparison. */
export type PassCount = Stored<typeof passCountSchema>;

const passCountSchema = z.strictObject({ passed: count, failed: count });

/** The gate's answer about a series whose chart raised an alarm. */
export type GateAnswer = Stored<typeof gateAnswerSchema>;

const gateAnswerSchema = z.strictObject({
  verdict: z.enum(comparingWords),
  anchor: passCountSchema,
  fresh: passCountSchema,
  /** Corrected for the number of all series; null if nothing was examined. */
  p: z.number().min(0).max(1).nullable(),
});

/** One series on one night: everything that is stored about it. */
export type NightEntry = Stored<typeof nightEntrySchema>;

/** The exact shape of one entry of a history: anyone who can push to the branch can write there. */
export const nightEntrySchema = z.strictObject({
  schema: z.literal(1),
  /** UTC day, YYYY-MM-DD. */
  night: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  /** Epoch milliseconds. */
  at: z.number().nonnegative(),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  spec: name,
  model: name,
  /** Short digest of what the model was shown. */
  text: digestText,
  /** Short digest of what the series is compared with; a new value starts the series anew. */
  anchor: digestText,
  /** Tonight's samples in order: p passed, f failed. */
  outcomes: z.string().regex(/^[pf]{0,100}$/),
  /** Samples that are no evidence: outages, quota, budget. */
  unmeasured: count,
  /** Model ids that the vendor said it served. */
  servedBy: z.array(z.string().max(200)).max(20),
  /** Number of all series of that night, by which the gate's alpha was divided. */
  series: z.number().int().min(1).max(1_000_000),
  /** null if no alarm was raised, or the gate's question could not be completed. */
  gate: gateAnswerSchema.nullable(),
});

/** Which series an entry belongs to. */
export function seriesKey({ spec, model }: { readonly spec: string; readonly model: string }): string {
  return JSON.stringify([spec, model]);
}

/** The entries of each series, in the order of the history. */
export function groupBySeries(history: readonly NightEntry[]): ReadonlyMap<string, readonly NightEntry[]> {
  const groups = new Map<string, NightEntry[]>();
  for (const entry of history) {
    const group = groups.get(seriesKey(entry)) ?? [];
    group.push(entry);
    groups.set(seriesKey(entry), group);
  }
  return groups;
}

/**
 * Entries of several histories in order of time. If an entry occurs twice the last one counts, so that no sample
 * counts twice.
 */
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

/** The samples of an entry: true = passed. */
export function passesOf({ outcomes }: Pick<NightEntry, 'outcomes'>): readonly boolean[] {
  return Array.from(outcomes, (outcome) => outcome === 'p');
}
