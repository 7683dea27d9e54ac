import { lstatSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { atOnce } from '../../core/at-once.ts';
import { diskSyncs } from './disk-syncs.ts';
import { inside } from './inside.ts';
import { makeFolders } from './make-folders.ts';
import { replaceFile, unlinkIfThere } from './replace-file.ts';
import { syncFolder } from './sync-folder.ts';

/**
 * Writes a file below the root; it is complete and synced when the promise resolves. Whatever blocks its path is
 * removed. Throws DISK_NOT_WRITABLE where the disk is full.
 */
export async function writeDurably(root: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = join(root, path);
  const folder = dirname(target);
  makeFolder(root, dirname(path));
  await replaceFile(target, async (file) => {
    writeFileSync(file, bytes);
    await diskSyncs.data(file);
  });
  await atOnce([syncFolder(folder), listFolder(root, folder)], (sync) => sync);
}

function makeFolder(root: string, folder: string): void {
  let isThere = true;
  let place = root;
  for (const name of folder.split('/')) {
    place = join(place, name);
    const status = lstatSync(place, { throwIfNoEntry: false });
    if (status?.isDirectory() === true) continue;
    isThere = false;
    listed.delete(place);
    // A link would lead the write to another place.
    if (status !== undefined) unlinkIfThere(place);
  }
  if (!isThere) for (const made of makeFolders(join(root, folder))) newFolders.add(made);
}

// Folders that are listed on disk by the one around them, or will be when the promise resolves.
const listed = new Map<string, Promise<void>>();

/**
 * A folder is lost in a crash if the one around it was not synced since it was made, and whoever made it, another write
 * or a run that was killed, may not have come to that.
 */
async function listFolder(root: string, folder: string): Promise<void> {
  if ((inside(root, folder) ?? '') === '') return;
  const around = dirname(folder);
  await atOnce(
    [listed.get(folder) ?? listIn(around, folder), listFolder(root, around)],
    (listing) => listing,
  );
}

// Made by this process and not listed yet.
const newFolders = new Set<string>();
// In these, what was there at the first look is listed.
const looked = new Set<string>();

function listIn(around: string, folder: string): Promise<void> {
  const listing = syncFolder(around);
  const made = [...newFolders].filter((place) => dirname(place) === around);
  const places = looked.has(around)
    ? [folder, ...made]
    : readdirSync(around).map((name) => join(around, name));
  looked.add(around);
  for (const place of made) newFolders.delete(place);
  for (const place of places) if (!listed.has(place)) listed.set(place, listing);
  listing.catch(() => {
    for (const [place, one] of listed) if (one === listing) listed.delete(place);
  });
  return listing;
}
