import { mkdirSync, renameSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { readRecordPath, recordPath } from '../../core/records/record-path.ts';
import type { RecordOf, StoredRecord } from '../../core/records/record.ts';
import { mayUse, type Reader } from '../../core/records/trust.ts';
import { readRecord } from './read-record.ts';
import type { JoinedRecords } from '../../ports/fan-out-folder.ts';
import type { DiskRecordStore } from './record-store.ts';

/**
 * The store of this run together with what its shards wrote. From their folders only records are read that this run
 * itself asks for, and an answer only from the shard that had to draw it. Good records are moved into the folder of
 * this run.
 */
export async function joinedRecords(of: {
  readonly own: DiskRecordStore;
  /** Absolute path of the folder of `own`. */
  readonly directory: string;
  /** Folders of the shards' records, by shard. */
  readonly shards: ReadonlyMap<string, string>;
  /** Which shard was to draw a generation, by its key. */
  readonly owners: ReadonlyMap<string, string>;
  readonly reader: Reader;
}): Promise<JoinedRecords> {
  const { own, directory } = of;
  const files = await filesOf(of.shards);
  // Two questions may ask for the same record at the same time.
  const going = new Map<string, Promise<StoredRecord | null>>();
  const asked = new Set<string>();

  const { adopt, refused } = adopter({ directory, files, reader: of.reader });
  const find = async <Kind extends StoredRecord['kind']>(
    kind: Kind,
    key: string,
    read: () => Promise<StoredRecord | null>,
  ): Promise<RecordOf<Kind> | null> => {
    const path = recordPath({ kind, key });
    asked.add(path);
    const reading = going.get(path) ?? read();
    going.set(path, reading);
    const record = await reading;
    going.delete(path);
    if (record === null || !isOf(kind, record)) return null;
    own.noteUse(key);
    return record;
  };
  return {
    ...own,
    // An answer that a shard of this run drew takes precedence over one that another run stored in the meantime.
    readGeneration: (key) =>
      find(
        'generation',
        key,
        async () =>
          (await adopt('generation', key, ({ shard }) => shard === of.owners.get(key))) ??
          own.readGeneration(key),
      ),
    // The key of a test run names everything that went into it, so a record that is already here is just as good.
    readTestRun: (key) =>
      find('test-run', key, async () => (await own.readTestRun(key)) ?? adopt('test-run', key, () => true)),
    ignored: () => ({
      // Torn, changed, too large, a link, with a wrong key or shape, or of an origin that this run does not trust.
      damaged: refused.size,
      // Of a cell only its whole test run is read again, not the runs that it was made from.
      foreign: [...files.keys()].filter((path) => !asked.has(path) && isAnswer(path)).length,
    }),
  };
}

// Takes a record from the first shard that has a good one.
function adopter(of: {
  readonly directory: string;
  readonly files: ReadonlyMap<string, readonly Place[]>;
  readonly reader: Reader;
}) {
  const moved = new Set<string>();
  const refused = new Set<string>();
  // Thousands of records share a few hundred folders.
  const made = new Set<string>();
  const makeOnce = (folder: string): void => {
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
  const adopt = async <Kind extends StoredRecord['kind']>(
    kind: Kind,
    key: string,
    isWanted: (place: Place) => boolean,
  ): Promise<RecordOf<Kind> | null> => {
    const path = recordPath({ kind, key });
    const places = (of.files.get(path) ?? []).filter((place) => isWanted(place));
    for (const { folder } of places) {
      const file = join(folder, path);
      if (moved.has(file) || refused.has(file)) continue;
      const found = await readRecord(folder, { kind, key });
      if (found.kind === 'record' && isOf(kind, found.record) && mayUse(found.record, of.reader)) {
        // No generated code runs in the job that joins, so the file cannot change between reading and moving.
        makeOnce(dirname(join(of.directory, path)));
        renameSync(file, join(of.directory, path));
        moved.add(file);
        return found.record;
      }
      refused.add(file);
    }
    return null;
  };
  return { adopt, refused };
}

type Place = { readonly shard: string; readonly folder: string };

const entriesAtMost = 500_000;

// Files by path below the folder: every shard that has a file of this name, in the order of the shards.
async function filesOf(shards: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, readonly Place[]>> {
  const files = new Map<string, Place[]>();
  let count = 0;
  for (const [shard, folder] of shards) {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
    count += entries.length;
    if (count > entriesAtMost) throw new Error(`the shards left more than ${entriesAtMost} files`);
    for (const entry of entries) {
      const path = relative(folder, join(entry.parentPath, entry.name));
      if (entry.isDirectory() || readRecordPath(path) === null) continue;
      files.set(path, [...(files.get(path) ?? []), { shard, folder }]);
    }
  }
  return files;
}

function isAnswer(path: string): boolean {
  return readRecordPath(path)?.kind === 'generation';
}

function isOf<Kind extends StoredRecord['kind']>(kind: Kind, record: StoredRecord): record is RecordOf<Kind> {
  return record.kind === kind;
}
