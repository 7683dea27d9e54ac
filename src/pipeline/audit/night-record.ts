import { mergeNights } from '../../core/records/night-entry.ts';
import type { NightEntry } from '../../core/records/night-entry.ts';
import { dayBefore } from '../../core/audit/day-before.ts';
import { digest } from '../../core/digest.ts';
import { mayUse } from '../../core/records/trust.ts';
import type { Ports } from '../engine/engine.ts';

/** Nights that are kept among the records: the history of a repository that has no branch for it. */
const nightsKept = 60;

/** The entries of tonight and of the nights before it, as far as their records still exist. */
export async function nightsOnRecord(ports: Ports, night: string): Promise<readonly NightEntry[]> {
  const entries: NightEntry[] = [];
  for (let [day, count] = [night, 0]; count < nightsKept; [day, count] = [dayBefore(day), count + 1])
    entries.push(...(await readNight(ports, day)));
  return entries;
}

/** Records tonight's entries, together with those of an earlier run on the same day. */
export async function recordNight(
  ports: Ports,
  night: string,
  entries: readonly NightEntry[],
): Promise<void> {
  const merged = mergeNights([await readNight(ports, night), entries]);
  await ports.records.write({ schema: 1, kind: 'night', key: nightKey(night), entries: merged });
}

async function readNight(ports: Ports, night: string): Promise<readonly NightEntry[]> {
  const stored = await ports.records.readNight(nightKey(night));
  return stored !== null && mayUse(stored, ports.reader) ? stored.entries : [];
}

function nightKey(night: string): string {
  return digest({ kind: 'night', night });
}
