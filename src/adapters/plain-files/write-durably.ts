import { constants } from 'node:fs';
import { lstat, open, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolders } from './make-folders.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Writes a file below the root; it is complete and synced when the promise resolves. Whatever blocks its path is
 * removed. Throws DISK_NOT_WRITABLE where the disk is full.
 */
export async function writeDurably(root: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = join(root, path);
  const folder = dirname(target);
  const isNew = await makeFolder(root, dirname(path));
  await replaceFile(target, async (file) => {
    await file.writeFile(bytes);
    await file.sync();
  });
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
  return makeFolders(join(root, folder));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
