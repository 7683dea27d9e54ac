import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { inside } from './inside.ts';
import { isErrno } from './safe-path.ts';

/** What opening a path as a regular file came to. */
export type PlainFile =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly why: string };

/** Reads a regular file up to a size; never a link, a pipe or a device. Its parents are the caller's matter. */
export async function readPlainFile(path: string, capBytes: number): Promise<PlainFile> {
  // Non-blocking, so that opening a pipe nobody writes to returns.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, flags).catch((error: unknown) => notOpened(error));
  if ('kind' in file) return file;
  try {
    const status = await file.stat();
    if (!status.isFile()) return { kind: 'refused', why: 'is not a regular file' };
    if (status.size > capBytes) return { kind: 'refused', why: `is larger than ${capBytes} bytes` };
    return { kind: 'read', bytes: await file.readFile() };
  } finally {
    await file.close();
  }
}

/** Reads a regular file at a path below the folder, no link on the way there. */
export async function readFileBelow(folder: string, path: string, capBytes: number): Promise<PlainFile> {
  const file = join(folder, path);
  if (await hasRealParents(folder, file)) return readPlainFile(file, capBytes);
  const isAbsent = (await lstat(dirname(file)).catch(() => null)) === null;
  return isAbsent ? { kind: 'absent' } : { kind: 'refused', why: 'lies behind a link or a file' };
}

/** Text of a regular file below one of the folders, no link on the way there; null for everything else. */
export async function readTextBelow(
  folders: readonly string[],
  path: string,
  capBytes: number,
): Promise<string | null> {
  const folder = folders.find((candidate) => (inside(candidate, path) ?? '') !== '');
  if (folder === undefined || !(await hasRealParents(folder, path))) return null;
  const file = await readPlainFile(path, capBytes);
  return file.kind === 'read' ? file.bytes.toString('utf8') : null;
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

function notOpened(error: unknown): PlainFile {
  if (isErrno(error, ['ENOENT', 'ENOTDIR'])) return { kind: 'absent' };
  if (isErrno(error, ['ELOOP', 'EMLINK'])) return { kind: 'refused', why: 'is a symbolic link' };
  return { kind: 'refused', why: `cannot be opened (${String(error)})` };
}
