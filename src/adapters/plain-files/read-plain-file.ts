import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { inside } from './inside.ts';
import { isErrno } from './safe-path.ts';

/** The outcome of opening a path as a regular file. */
export type PlainFile =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly why: string };

// Non-blocking, because opening a pipe that nobody writes to would wait for ever.
const readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Reads a regular file up to a size; never a link, a pipe or a device. The caller checks the parent folders. */
export async function readPlainFile(path: string, capBytes: number): Promise<PlainFile> {
  const file = await open(path, readFlags).catch((error: unknown) => notOpened(error));
  if ('kind' in file) return file;
  try {
    const why = whyNotPlain(await file.stat(), capBytes);
    return why === null ? { kind: 'read', bytes: await file.readFile() } : { kind: 'refused', why };
  } finally {
    await file.close();
  }
}

/** Reads a regular file at a path below the folder, with no link on the way. */
export async function readFileBelow(folder: string, path: string, capBytes: number): Promise<PlainFile> {
  return readFileBelowSync(folder, path, capBytes);
}

/**
 * The same at once. Synchronous calls are intended for both: of tens of thousands of files that are requested together
 * only one is open at a time.
 */
export function readFileBelowSync(folder: string, path: string, capBytes: number): PlainFile {
  const file = join(folder, path);
  let place = folder;
  for (const name of (inside(folder, dirname(file)) ?? '').split(sep)) {
    place = join(place, name);
    const status = lstatSync(place, { throwIfNoEntry: false });
    if (status === undefined) return { kind: 'absent' };
    if (!status.isDirectory()) return { kind: 'refused', why: 'lies behind a link or a file' };
  }
  return readAtOnce(file, capBytes);
}

function readAtOnce(path: string, capBytes: number): PlainFile {
  let file: number;
  try {
    file = openSync(path, readFlags);
  } catch (error) {
    return notOpened(error);
  }
  try {
    const status = fstatSync(file);
    const why = whyNotPlain(status, capBytes);
    return why === null ? { kind: 'read', bytes: readFileSync(file) } : { kind: 'refused', why };
  } finally {
    closeSync(file);
  }
}

/** Text of a regular file below one of the folders, with no link on the way; null for everything else. */
export async function readTextBelow(
  folders: readonly string[],
  path: string,
  capBytes: number,
): Promise<string | null> {
  const folder = folders.find((candidate) => (inside(candidate, path) ?? '') !== '');
  if (folder === undefined) return null;
  const file = await readFileBelow(folder, inside(folder, path) ?? '', capBytes);
  return file.kind === 'read' ? file.bytes.toString('utf8') : null;
}

/** Gives the text of such a file piece by piece; false where there is none. */
export async function readPiecesBelow(
  folders: readonly string[],
  path: string,
  take: (piece: string) => void,
): Promise<boolean> {
  const folder = folders.find((candidate) => (inside(candidate, path) ?? '') !== '');
  if (folder === undefined || !(await hasRealParents(folder, path))) return false;
  const file = await open(path, readFlags).catch(() => null);
  if (file === null) return false;
  const isPlain = (await file.stat()).isFile();
  if (isPlain) {
    for await (const piece of file.createReadStream({ encoding: 'utf8', highWaterMark: 1024 * 1024 }))
      take(String(piece));
  }
  await file.close();
  return isPlain;
}

async function hasRealParents(folder: string, path: string): Promise<boolean> {
  const way = (inside(folder, dirname(path)) ?? '').split(sep);
  let place = folder;
  for (const name of way) {
    place = join(place, name);
    const status = await lstat(place).catch(() => null);
    if (status?.isDirectory() !== true) return false;
  }
  return true;
}

function whyNotPlain(status: Stats, capBytes: number): string | null {
  if (!status.isFile()) return 'is not a regular file';
  return status.size > capBytes ? `is larger than ${capBytes} bytes` : null;
}

function notOpened(error: unknown): PlainFile {
  if (isErrno(error, ['ENOENT', 'ENOTDIR'])) return { kind: 'absent' };
  if (isErrno(error, ['ELOOP', 'EMLINK'])) return { kind: 'refused', why: 'is a symbolic link' };
  return { kind: 'refused', why: `cannot be opened (${String(error)})` };
}
