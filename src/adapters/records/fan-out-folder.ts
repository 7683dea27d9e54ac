import { atOnce } from '../../core/at-once.ts';
import { constants } from 'node:fs';
import { copyFile, lstat, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { planFileCapBytes } from '../../core/fan-out/plan-file.ts';
import { recordPath } from '../../core/records/record-path.ts';
import { shardFileCapBytes } from '../../core/fan-out/shard-file.ts';
import type { FanOutFolder } from '../../ports/fan-out-folder.ts';
import { joinedRecords } from './joined-records.ts';
import type { DiskRecordStore } from './record-store.ts';
import { makeFolders } from '../plain-files/make-folders.ts';
import { readFileBelow } from '../plain-files/read-plain-file.ts';
import { textWithoutSecrets } from '../process/secrets.ts';
import { writeDurably } from '../plain-files/write-durably.ts';

/** Where a job keeps its own records. */
export type OwnRecords = {
  /** Absolute path of their folder. */
  readonly directory: string;
  readonly store: DiskRecordStore;
};

/** Opens the folder, which must not be a link and must not be tracked by git. */
export function fanOutFolder(directory: string, own: OwnRecords): FanOutFolder {
  const text = async (path: string, capBytes: number): Promise<string | null> => {
    const file = await readFileBelow(directory, path, capBytes);
    return file.kind === 'read' ? file.bytes.toString('utf8') : null;
  };
  return {
    readPlan: () => text(planName, planFileCapBytes),
    writePlan: (file) =>
      writeDurably(directory, planName, Buffer.from(JSON.stringify(file, textWithoutSecrets))),
    async readShard(id) {
      return text(join(await placeOf(directory, id), shardName), shardFileCapBytes);
    },
    clearShard: (id) => rm(join(directory, shardFolder(id)), { recursive: true, force: true }),
    async addRecords(id, keys) {
      const to = join(directory, shardFolder(id), recordsName);
      for (const key of keys)
        for (const kind of kinds) await copyRecord(own.directory, to, recordPath({ kind, key }));
    },
    writeShard: (file) =>
      writeDurably(
        directory,
        join(shardFolder(file.id), shardName),
        Buffer.from(JSON.stringify(file, textWithoutSecrets)),
      ),
    async joinRecords({ shards, ...of }) {
      const recordsOf = async (id: string) =>
        [id, join(directory, await placeOf(directory, id), recordsName)] as const;
      const folders = new Map(await atOnce(shards, (id) => recordsOf(id)));
      return joinedRecords({ own: own.store, directory: own.directory, shards: folders, ...of });
    },
  };
}

// Plan records are not passed on: the plan has its own file.
const kinds = ['generation', 'test-run'] as const;
const planName = 'plan.json';
const shardName = 'shard.json';
const recordsName = 'records';

function shardFolder(id: string): string {
  return `shard-${id}`;
}

// download-artifact puts each artifact into a folder of its name, but a single one directly into the folder that is
// given.
async function placeOf(directory: string, id: string): Promise<string> {
  const own = shardFolder(id);
  for (const place of [join(`spec-portability-shard-${id}`, own), own]) {
    const entries = await readdir(join(directory, place)).catch(() => []);
    if (entries.length > 0) return place;
  }
  return own;
}

async function copyRecord(from: string, to: string, path: string): Promise<void> {
  const source = join(from, path);
  if ((await lstat(source).catch(() => null))?.isFile() !== true) return;
  if ((await lstat(join(to, path)).catch(() => null)) !== null) return;
  makeFolders(dirname(join(to, path)));
  // The same tree may be tested for two questions at once; both have the same record.
  await copyFile(source, join(to, path), constants.COPYFILE_FICLONE);
}
