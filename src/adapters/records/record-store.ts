import { atOnce } from '../../core/at-once.ts';
import { readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { GenerationRecord, Origin, RecordOf, StoredRecord } from '../../core/records/record.ts';
import { recordPath, readRecordPath } from '../../core/records/record-path.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { digestOfFile, readRecord, readRecordSync, recordCapBytes, recordText } from './read-record.ts';
import type { Found, KnownFiles } from './read-record.ts';
import { writeDurably } from '../plain-files/write-durably.ts';
import { openOwnFolder } from '../plain-files/own-folder.ts';
import type { OwnPlace } from '../plain-files/own-folder.ts';

/** Records as files. */
export type DiskRecordStore = RecordStore & {
  /** Adds the key of a record that was put into the folder in another way to `usedKeys`. */
  noteUse(key: string): void;
};

/** Where records are stored, who writes them, and who is told about files that cannot be used. */
export type RecordStorePlace = RecordsPlace & {
  /**
   * Stamped on every record that is written. Default: a run on somebody's own machine, which no pull request trusts.
   */
  readonly origin?: () => Origin;
  readonly onMiss?: (reason: string) => void;
};

/** Number of files that are open at a time when many records are requested. */
const readsAtOnce = 32;

/**
 * Records as files, one each, found by their key. A file that is torn, changed, too large, a link, or has a wrong key
 * or shape counts as missing; `onMiss` is told. Throws RECORDS_FOLDER_UNSAFE.
 */
export async function openRecordStore(place: RecordStorePlace): Promise<DiskRecordStore> {
  await openRecordsFolder(place);
  const usedKeys = new Set<string>();
  const known: KnownFiles = new Map<string, string>();
  const origin = place.origin ?? localOrigin;
  const read = async <Kind extends StoredRecord['kind']>(
    kind: Kind,
    key: string,
  ): Promise<RecordOf<Kind> | null> => {
    const found = readRecordSync(place.directory, { kind, key }, known);
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
    noteUse: (key) => void usedKeys.add(key),
    readGeneration: (key) => use('generation', key),
    readGenerationSync: (key) => {
      const found = readRecordSync(place.directory, { kind: 'generation', key }, known);
      return isRecordOf('generation', found) ? found.record : null;
    },
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
      if (record.kind === 'generation') known.set(record.key, digestOfFile(bytes));
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

// Of many keys few may be on record, and one listing is quicker than one look for each. With types, because without them
// Node looks at each entry to learn whether it is a folder, which takes five times as long.
async function presentOf(directory: string, keys: readonly string[]): Promise<readonly string[]> {
  const options = { recursive: true, withFileTypes: true } as const;
  const entries = await readdir(join(directory, 'generation'), options).catch(() => []);
  const present = new Set(entries.map(({ name }) => name));
  return keys.filter((key) => present.has(basename(recordPath({ kind: 'generation', key }))));
}

async function readEach(
  keys: readonly string[],
  read: (key: string) => Promise<GenerationRecord | null>,
): Promise<ReadonlyMap<string, GenerationRecord>> {
  const records = new Map<string, GenerationRecord>();
  for (let start = 0; start < keys.length; start += readsAtOnce) {
    const some = keys.slice(start, start + readsAtOnce);
    for (const record of await atOnce(some, (key) => read(key)))
      if (record !== null) records.set(record.key, record);
  }
  return records;
}

/** A folder for records and what git knows about it. */
export type RecordsPlace = OwnPlace;

/** Creates the folder, or refuses one that others could have filled: RECORDS_FOLDER_UNSAFE. */
async function openRecordsFolder(place: OwnPlace): Promise<void> {
  await openOwnFolder(place, { code: 'RECORDS_FOLDER_UNSAFE', what: 'records', input: 'records' });
}

/** Every undamaged generation in the folder that a run of this pull request paid for. */
async function* generationsOf(folder: string, pullRequest: number): AsyncGenerator<GenerationRecord> {
  const place = join(folder, 'generation');
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const name = readRecordPath(relative(folder, join(entry.parentPath, entry.name)));
    if (name === null) continue;
    const found = await readRecord(folder, name);
    if (found.kind !== 'record' || found.record.kind !== 'generation') continue;
    if (found.record.origin.pullRequest === pullRequest) yield found.record;
  }
}
