import { fstatSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { basename, join } from 'node:path';
import { diskSyncs } from '../adapters/plain-files/disk-syncs.ts';

/** What a crash would leave of the files below a folder: what this process has synced, and nothing else. */
type SyncedDisk = Disposable & {
  /** The content of a file below the folder after a crash; null where it would be lost. */
  afterCrash(path: string): string | null;
  /** Every sync since the last call: names of files and folders. */
  syncs(): readonly string[];
};

/** Watches the syncs of this process from now on; the folder itself (absolute path) survives a crash. */
export function syncedDisk(top: string): SyncedDisk {
  const lists = new Map<string, ReadonlyMap<string, string>>();
  const contents = new Map<string, string>();
  let syncs: string[] = [];
  const { data, folder } = diskSyncs;

  const watched = (real: (opened: number) => Promise<void>) => async (opened: number) => {
    // Only what is there before a sync begins is on disk when it has ended.
    const place = `/proc/self/fd/${opened}`;
    const path = readlinkSync(place);
    const status = fstatSync(opened, { bigint: true });
    const list = status.isDirectory() ? listOf(place) : null;
    const content = list === null ? readFileSync(place, 'utf8') : '';
    await real(opened);
    syncs.push(basename(path));
    if (list === null) contents.set(nameOf(status), content);
    else lists.set(nameOf(status), list);
  };
  Object.assign(diskSyncs, { data: watched(data), folder: watched(folder) });

  return {
    afterCrash(path) {
      let name = nameOf(lstatSync(top, { bigint: true }));
      for (const part of path.split('/')) name = lists.get(name)?.get(part) ?? 'lost';
      return contents.get(name) ?? null;
    },
    syncs() {
      const since = syncs;
      syncs = [];
      return since;
    },
    [Symbol.dispose]: () => {
      Object.assign(diskSyncs, { data, folder });
    },
  };
}

function listOf(folder: string): ReadonlyMap<string, string> {
  const statuses = readdirSync(folder).map((name) => {
    const status = lstatSync(join(folder, name), { bigint: true, throwIfNoEntry: false });
    return [name, status === undefined ? 'lost' : nameOf(status)] as const;
  });
  return new Map(statuses);
}

// The number of a removed file is given to the next one.
function nameOf({ ino, birthtimeNs }: BigIntStats): string {
  return `${ino} ${birthtimeNs}`;
}
