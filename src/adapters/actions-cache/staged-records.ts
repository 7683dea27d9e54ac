import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { readRecordPath } from '../../core/plan/record-path.ts';

/** Record files below a folder: path below it, and what tells a rewritten file from an untouched one. */
export type Snapshot = ReadonlyMap<string, string>;

const entriesAtMost = 500_000;

/** The record files of a folder; everything else in it is left out. */
export async function snapshotOf(folder: string): Promise<Snapshot> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const found = new Map<string, string>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = relative(folder, join(entry.parentPath, entry.name));
    if (readRecordPath(path) === null) continue;
    const status = await lstat(join(folder, path)).catch(() => null);
    if (status !== null) found.set(path, `${status.size}:${status.mtimeMs}`);
  }
  return found;
}

/** Why what an archive left in a stage is not taken over; null when it is records in their folder alone. Nothing is followed. */
export async function whyNotRecords(stage: string, folder: string): Promise<string | null> {
  const entries = await readdir(stage, { withFileTypes: true, recursive: true });
  if (entries.length > entriesAtMost) return `the entry holds more than ${entriesAtMost} files`;
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || readRecordPath(relative(join(stage, folder), path)) === null)
      return 'the entry holds something that is no record';
    // A second name means that the archive linked a file from elsewhere.
    if ((await lstat(path)).nlink !== 1) return 'the entry holds a link';
  }
  return null;
}

/** Copies record files from one folder to another; what is already there stays. */
export async function copyRecords(paths: Iterable<string>, from: string, to: string): Promise<void> {
  for (const path of paths) {
    const target = join(to, path);
    await mkdir(dirname(target), { recursive: true });
    if ((await lstat(target).catch(() => null)) !== null) continue;
    await copyFile(join(from, path), target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  }
}
