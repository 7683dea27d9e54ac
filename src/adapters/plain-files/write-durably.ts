import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Name of a file that is still being written. One that is found later was left by an interrupted write. */
export const temporaryName = /^\.[0-9a-f-]{36}\.tmp$/;

/**
 * Writes a file below the root; it is complete and synced when the promise resolves. Whatever blocks its path is
 * removed.
 */
export async function writeDurably(root: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = join(root, path);
  const folder = dirname(target);
  const isNew = await makeFolder(root, dirname(path));
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  const flags = constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW | constants.O_WRONLY;
  const file = await open(temporary, flags, 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // We never create a folder here, and rename would fail at one.
    if ((await lstat(target).catch(() => null))?.isDirectory() === true)
      await rm(target, { recursive: true, force: true });
    await rename(temporary, target);
  } catch (cause) {
    await unlink(temporary).catch(() => undefined);
    throw new Error(`could not store ${target}`, { cause });
  }
  await syncFolder(folder);
  // A new folder is itself an entry of its parents, so these are synced too.
  if (isNew) for (const parent of [dirname(folder), dirname(dirname(folder))]) await syncFolder(parent);
}

async function makeFolder(root: string, folder: string): Promise<boolean> {
  let place = root;
  for (const name of folder.split('/')) {
    place = join(place, name);
    const status = await lstat(place).catch(() => null);
    // A link would lead the write to another place.
    if (status !== null && !status.isDirectory()) await unlink(place).catch(() => undefined);
  }
  return (await mkdir(join(root, folder), { recursive: true })) !== undefined;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
