import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { GenerationRecord, Origin, RecordOf, StoredRecord } from '../../core/plan/record.ts';
import { recordPath } from '../../core/plan/record-path.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { readRecord, recordCapBytes, recordText, type Found } from './read-record.ts';
import { openRecordsFolder, type RecordsPlace } from './records-folder.ts';
import { generationsOf } from './generations-of.ts';
import { writeDurably } from './write-durably.ts';

/** Records as files, and which of them this run had to do with. */
export type DiskRecordStore = RecordStore & {
  /** Keys of the records that were found one by one, or written: what a replay of this run needs. A survey of many is no use of them. */
  readonly usedKeys: ReadonlySet<string>;
};

/** Where records are kept, who writes them, and who hears of files that are none. */
export type RecordStorePlace = RecordsPlace & {
  /** Stamped on every record that is written. Default: a run at somebody's desk, which no pull request relies on. */
  readonly origin?: () => Origin;
  readonly onMiss?: (reason: string) => void;
};

/** Files that are open at a time when many records are asked for. */
const readsAtOnce = 32;

/**
 * Records as files, one each, found by their key. A file that is torn, changed, too large, a link, of another key or
 * of another shape is as good as absent; `onMiss` hears of it. Throws RECORDS_FOLDER_UNSAFE.
 */
export async function openRecordStore(place: RecordStorePlace): Promise<DiskRecordStore> {
  await openRecordsFolder(place);
  const usedKeys = new Set<string>();
  const origin = place.origin ?? localOrigin;
  const read = async <Kind extends StoredRecord['kind']>(
    kind: Kind,
    key: string,
  ): Promise<RecordOf<Kind> | null> => {
    const found = await readRecord(place.directory, { kind, key });
    if (isRecordOf(kind, found)) return found.record;
    if (found.kind === 'refused') place.onMiss?.(`${kind} record ${key}: ${found.why}`);
    return null;
  };
  const use = async <Kind extends StoredRecord['kind']>(
    kind: Kind,
    key: string,
  ): Promise<RecordOf<Kind> | null> => {
    const record = await read(kind, key);
    if (record !== null) usedKeys.add(key);
    return record;
  };
  return {
    usedKeys,
    readGeneration: (key) => use('generation', key),
    readGenerations: async (keys) =>
      readEach(await presentOf(place.directory, keys), (key) => read('generation', key)),
    generationsOf: (pullRequest) => generationsOf(place.directory, pullRequest),
    readTestRun: (key) => use('test-run', key),
    readPlan: (key) => use('plan', key),
    readNight: (key) => use('night', key),
    async write(record) {
      const stamped = { ...record, origin: origin() };
      const bytes = Buffer.from(recordText(stamped));
      if (bytes.length > recordCapBytes)
        throw new Error(`record ${record.key} is larger than ${recordCapBytes} bytes`);
      await writeDurably(place.directory, recordPath(record), bytes);
      usedKeys.add(record.key);
      return stamped;
    },
  };
}

function localOrigin(): Origin {
  return { at: Date.now(), event: 'local', ref: null, run: null, pullRequest: null };
}

type FoundOf<Kind extends StoredRecord['kind']> = {
  readonly kind: 'record';
  readonly record: RecordOf<Kind>;
};

function isRecordOf<Kind extends StoredRecord['kind']>(
  kind: Kind,
  found: Found,
): found is Found & FoundOf<Kind> {
  return found.kind === 'record' && found.record.kind === kind;
}

// Of many keys few may be on record, and a listing is quicker than as many looks.
async function presentOf(directory: string, keys: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(join(directory, 'generation'), { recursive: true }).catch(() => []);
  const present = new Set(entries);
  return keys.filter((key) => present.has(relative('generation', recordPath({ kind: 'generation', key }))));
}

async function readEach(
  keys: readonly string[],
  read: (key: string) => Promise<GenerationRecord | null>,
): Promise<ReadonlyMap<string, GenerationRecord>> {
  const records = new Map<string, GenerationRecord>();
  for (let start = 0; start < keys.length; start += readsAtOnce) {
    const some = keys.slice(start, start + readsAtOnce);
    for (const record of await Promise.all(some.map((key) => read(key))))
      if (record !== null) records.set(record.key, record);
  }
  return records;
}
