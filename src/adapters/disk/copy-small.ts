import { constants } from 'node:fs';
import { copyFile, cp, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isNamed } from './left-by-setup.ts';

/** How much something weighs that is to be copied. */
export type Weight = { readonly bytes: number; readonly entries: number };

/** What is no heavier is copied for each workspace, so that a run which writes into it or cleans it keeps to itself. */
export const copiedAtMost: Weight = { bytes: 8 * 1024 * 1024, entries: 2000 };

/** Weight of a file or folder; null when it is heavier than the limit, or holds what cannot be copied. */
export async function weightUpTo(path: string, limit: Weight): Promise<Weight | null> {
  let bytes = 0;
  let entries = 0;
  const waiting = [path];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const status = await lstat(place).catch(() => null);
    entries += 1;
    if (status?.isFile() === true) bytes += status.size;
    else if (status?.isDirectory() === true) {
      const names = await readdir(place).catch(() => null);
      if (names === null || !names.every(isNamed)) return null;
      waiting.push(...names.map((name) => join(place, name)));
    } else if (status?.isSymbolicLink() !== true) return null;
    if (bytes > limit.bytes || entries + waiting.length > limit.entries) return null;
  }
  return { bytes, entries };
}

/** Copies a file or a folder to a path where nothing stands, links as they are written. */
export async function copyWhole(from: string, to: string): Promise<void> {
  const mode = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;
  if (!(await lstat(from)).isDirectory()) return copyFile(from, to, mode);
  const how = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true } as const;
  return cp(from, to, { ...how, errorOnExist: true, force: false, mode });
}
