import { fstatSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** What a crash would leave of the files below a folder: what this process has synced, and nothing else. */
type SyncedDisk = Disposable & {
  /** The content of a file below the folder after a crash; null where it would be lost. */
  afterCrash(path: string): string | null;
  /** Every sync since the last call: names of files and folders. */
  syncs(): readonly string[];
};

/** Watches the syncs of this process from now on; the folder itself (absolute path) survives a crash. */
export async function syncedDisk(top: string): Promise<SyncedDisk> {
  const lists = new Map<string, ReadonlyMap<string, string>>();
  const contents = new Map<string, string>();
  let syncs: string[] = [];
  const handles = await handlesOf(top);
  const { sync, datasync } = handles;

  const watched = (real: () => Promise<void>) =>
    async function (this: FileHandle): Promise<void> {
      // Only what is there before a sync begins is on disk when it has ended.
      const place = `/proc/self/fd/${this.fd}`;
      const path = readlinkSync(place);
      const status = fstatSync(this.fd, { bigint: true });
      const list = status.isDirectory() ? listOf(place) : null;
      const content = list === null ? readFileSync(place, 'utf8') : '';
      await real.call(this);
      syncs.push(basename(path));
      if (list === null) contents.set(nameOf(status), content);
      else lists.set(nameOf(status), list);
    };
  handles.sync = watched(sync);
  handles.datasync = watched(datasync);

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
      handles.sync = sync;
      handles.datasync = datasync;
    },
  };
}

// All handles of files share their methods, and Node exports no class of them.
async function handlesOf(folder: string): Promise<Pick<FileHandle, 'sync' | 'datasync'>> {
  await using handle = await open(folder);
  return Object.getPrototypeOf(handle);
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
