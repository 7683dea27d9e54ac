import { nightEntrySchema, type NightEntry } from '../records/night-entry.ts';

/** A history as it was read. `skipped` counts the lines that are not entries of ours. */
export type ReadHistory = { readonly entries: readonly NightEntry[]; readonly skipped: number };

/** A longer line is not parsed. */
const mostCharacters = 20_000;

/**
 * Reads a history with one entry per line. Anyone who can push to the branch can write to it, so every line is
 * checked.
 */
export function readHistory(text: string): ReadHistory {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const entries = lines.flatMap((line) => readLine(line) ?? []);
  return { entries, skipped: lines.length - entries.length };
}

/** An entry as one line with its end. */
export function historyLine(entry: NightEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

function readLine(line: string): NightEntry | null {
  if (line.length > mostCharacters) return null;
  try {
    const read = nightEntrySchema.safeParse(JSON.parse(line));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
