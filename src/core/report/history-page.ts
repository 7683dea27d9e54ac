import type { NightEntry } from '../audit/night-entry.ts';

/** placeholder */
export function historyFiles(history: readonly NightEntry[]): ReadonlyMap<string, string> {
  return new Map([['nights', String(history.length)]]);
}
