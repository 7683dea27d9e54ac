import { closeSync, constants, lstatSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import { UnsafePathError } from '../../errors.ts';

// Without promises: for each of these small calls the pool of threads would take more time than the call itself.

/**
 * Creates the folder and all its parents below the root, each a real folder; throws UnsafePathError at a link or a
 * file.
 */
export async function makeRealFolder(root: string, folder: string): Promise<void> {
  let place = root;
  for (const name of folder.split('/').filter((part) => part !== '' && part !== '.')) {
    if (name === '..') throw new UnsafePathError(folder, 'leads out of the tree');
    place = join(place, name);
    const status = statusOf(place);
    if (status === null) mkdirSync(place);
    else if (!status.isDirectory()) throw new UnsafePathError(folder, 'a parent is a link or a file');
  }
}

/** Writes a new file below the root; throws UnsafePathError if the path exists or a parent is not a real folder. */
export async function writeNewFile(root: string, path: string, content: string | Uint8Array): Promise<void> {
  const parts = safeParts(path);
  await makeRealFolder(root, parts.slice(0, -1).join('/'));
  const flags = constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW | constants.O_WRONLY;
  let file: number;
  try {
    file = openSync(join(root, path), flags, 0o644);
  } catch (cause) {
    if (isErrno(cause, ['EEXIST', 'ELOOP', 'ENAMETOOLONG']))
      throw new UnsafePathError(path, 'is already there');
    throw cause;
  }
  try {
    writeFileSync(file, content);
  } finally {
    closeSync(file);
  }
}

// Whatever cannot be looked at is taken for absent: what is done next says why.
function statusOf(place: string): Stats | null {
  try {
    return lstatSync(place);
  } catch {
    return null;
  }
}

/**
 * Throws UnsafePathError if a new file at this path would stand in the way of what is in the folder: for two folders whose
 * content is seen together.
 */
export async function refuseTaken(folder: string, path: string): Promise<void> {
  const parts = safeParts(path);
  for (const length of parts.keys()) {
    const status = statusOf(join(folder, ...parts.slice(0, length + 1)));
    if (status === null) return;
    if (length + 1 === parts.length) throw new UnsafePathError(path, 'is already there');
    if (!status.isDirectory()) throw new UnsafePathError(path, 'a parent is a link or a file');
  }
}

/** Whether a thrown value is a system error with one of these codes. */
export function isErrno(error: unknown, codes: readonly string[]): boolean {
  // Checks the shape, because `instanceof` is false for an error of another realm (jest).
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}

function safeParts(path: string): readonly string[] {
  const parts = path.split('/');
  if (parts.every((part) => isSafeName(part))) return parts;
  throw new UnsafePathError(path, 'is no plain relative path');
}

function isSafeName(name: string): boolean {
  return !['', '.', '..'].includes(name) && name.toLowerCase() !== '.git' && !/[\0\\]/.test(name);
}
