import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { readRecord, recordText } from '../../adapters/records/read-record.ts';
import { recordPath, readRecordPath } from '../../core/records/record-path.ts';
import type { RecordOf, StoredRecord } from '../../core/records/record.ts';

/** One record as it is stored in a folder. */
export type StoredFile<Kind extends StoredRecord['kind']> = {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly record: RecordOf<Kind>;
};

/** Undamaged records of one kind in a folder, read in the store's own way; none if the folder does not exist. */
export async function storedRecords<Kind extends StoredRecord['kind']>(
  folder: string,
  kind: Kind,
): Promise<readonly StoredFile<Kind>[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const found: StoredFile<Kind>[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = readRecordPath(relative(folder, path));
    if (name?.kind !== kind) continue;
    const read = await readRecord(folder, name);
    if (read.kind === 'record' && isOf(kind, read.record))
      found.push({ path, text: await readFile(path, 'utf8'), record: read.record });
  }
  return found.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** Replaces the record that has this key, and writes the matching digest. */
export async function replaceRecord(folder: string, record: StoredRecord): Promise<void> {
  await writeFile(join(folder, recordPath(record)), recordText(record));
}

function isOf<Kind extends StoredRecord['kind']>(kind: Kind, record: StoredRecord): record is RecordOf<Kind> {
  return record.kind === kind;
}
