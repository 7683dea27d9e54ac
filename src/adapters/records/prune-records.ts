import { readdir, unlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { StoredRecord } from '../../core/records/record.ts';
import { readRecordPath } from '../../core/records/record-path.ts';
import { isFresh } from '../../core/records/trust.ts';
import { readRecord } from './read-record.ts';
import { temporaryName } from '../plain-files/replace-file.ts';

/** Which records are still worth carrying to the next run. */
export type Pruning = {
  readonly now: number;
  readonly maxAgeMs: number;
  /** These are kept at any age: what this run wrote or based its verdicts on. */
  readonly keep: (record: StoredRecord) => boolean;
};

/**
 * Removes records that are too old or damaged, and what interrupted writes left. Files that are not ours stay.
 * Nothing may write to the folder meanwhile.
 */
export async function pruneRecords(
  folder: string,
  pruning: Pruning,
): Promise<{ readonly kept: number; readonly removed: number }> {
  let kept = 0;
  let removed = 0;
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const stays = await worthKeeping(folder, relative(folder, path), pruning);
    if (stays === null) continue;
    if (stays) kept += 1;
    else {
      await unlink(path);
      removed += 1;
    }
  }
  return { kept, removed };
}

// Null: the file is not ours, so it stays.
async function worthKeeping(folder: string, path: string, pruning: Pruning): Promise<boolean | null> {
  const parts = path.split('/');
  const name = readRecordPath(path);
  if (name === null) return parts.length === 3 && temporaryName.test(parts[2] ?? '') ? false : null;
  const found = await readRecord(folder, name);
  return found.kind === 'record' && (isFresh(found.record, pruning) || pruning.keep(found.record));
}
