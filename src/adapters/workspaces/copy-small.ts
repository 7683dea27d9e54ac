import { constants } from 'node:fs';
import { copyFile, cp, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isNamed } from './setup-output.ts';

/** The size of a file or folder that may be copied. */
export type CopySize = { readonly bytes: number; readonly entries: number };

/** Up to this size a file or folder is copied for each workspace, so that runs cannot change each other's files. */
export const copiedAtMost: CopySize = { bytes: 8 * 1024 * 1024, entries: 2000 };

/** Size of a file or folder; null if it is above the limit, or contains something that cannot be copied. */
export async function copySizeUpTo(path: string, limit: CopySize): Promise<CopySize | null> {
  let bytes = 0;
  let entries = 0;
  const waiting = [path];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const one = await sizeOfOne(place);
    if (one === null) return null;
    entries += 1;
    bytes += one.bytes;
    waiting.push(...one.below);
    if (bytes > limit.bytes || entries + waiting.length > limit.entries) return null;
  }
  return { bytes, entries };
}

type One = { readonly bytes: number; readonly below: readonly string[] };

async function sizeOfOne(path: string): Promise<One | null> {
  const status = await lstat(path).catch(() => null);
  if (status === null) return null;
  if (status.isFile()) return { bytes: status.size, below: [] };
  if (status.isSymbolicLink()) return { bytes: 0, below: [] };
  const names = status.isDirectory() ? await readdir(path).catch(() => null) : null;
  if (names === null || !names.every(isNamed)) return null;
  return { bytes: 0, below: names.map((name) => join(path, name)) };
}

/** Copies a file or a folder to a new path; links keep their text. */
export async function copyWhole(from: string, to: string): Promise<void> {
  const mode = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;
  if (!(await lstat(from)).isDirectory()) return copyFile(from, to, mode);
  const how = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true } as const;
  return cp(from, to, { ...how, errorOnExist: true, force: false, mode });
}
