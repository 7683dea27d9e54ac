import { constants } from 'node:fs';
import { copyFile, link, lstat, readlink, rename, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LeftPath } from './left-by-setup.ts';
import { makeRealFolder } from './safe-path.ts';
import type { SetUpTree } from './set-up-tree.ts';

/** A tree with its dependencies in place; `giveBack` returns what it borrowed. */
export type Laid = { readonly root: string; readonly giveBack: () => Promise<void> };

/** Single files up to this size are copied, so that a test which writes into one (a small database) keeps to itself. */
const copiedBytes = 8 * 1024 * 1024;

/** Links the dependencies into the cell's tree where it stands; many cells may do so at once. */
export async function layLinks(
  setUp: SetUpTree,
  dependencies: readonly LeftPath[],
  cell: string,
): Promise<Laid> {
  const root = join(cell, 'tree');
  for (const { path, kind } of dependencies) {
    const from = join(setUp.store, path);
    const to = join(root, path);
    await makeRealFolder(root, dirname(path));
    // A single file is read in its own place (relative imports, nearest package.json), so it never is a symbolic link.
    if (kind !== 'file') await symlink(from, to);
    else if (!(await copyIfSmall(from, to))) await link(from, to);
  }
  return { root, giveBack: async () => undefined };
}

/** Puts the cell's tree where setup ran and moves the dependencies into it: whatever leads back leads into this tree. */
export async function takeTurn(
  setUp: SetUpTree,
  dependencies: readonly LeftPath[],
  cell: string,
): Promise<Laid> {
  const { place, store, turns } = setUp;
  const endTurn = await turns.next();
  const borrowed: LeftPath[] = [];
  const giveBack = async (): Promise<void> => {
    try {
      for (const entry of borrowed) await moveIfThere(entry, { from: place, to: store });
      await rename(place, join(cell, 'used'));
    } finally {
      endTurn();
    }
  };
  try {
    await rename(join(cell, 'tree'), place);
    for (const entry of dependencies) {
      await makeRealFolder(place, dirname(entry.path));
      if (entry.kind === 'link')
        await symlink(await readlink(join(store, entry.path)), join(place, entry.path));
      else if (
        entry.kind === 'folder' ||
        !(await copyIfSmall(join(store, entry.path), join(place, entry.path)))
      ) {
        await borrow(entry, { from: store, to: place });
        borrowed.push(entry);
      }
    }
    return { root: place, giveBack };
  } catch (error) {
    await giveBack().catch(() => undefined);
    throw error;
  }
}

type Way = { readonly from: string; readonly to: string };

async function copyIfSmall(from: string, to: string): Promise<boolean> {
  const { size } = await lstat(from);
  if (size > copiedBytes) return false;
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  return true;
}

async function borrow(entry: LeftPath, way: Way): Promise<void> {
  if (!(await moveIfThere(entry, way)))
    throw new Error(`the dependency ${entry.path} is gone: an earlier test run removed or replaced it`);
}

async function moveIfThere(entry: LeftPath, way: Way): Promise<boolean> {
  const status = await lstat(join(way.from, entry.path)).catch(() => null);
  const isSame = entry.kind === 'folder' ? status?.isDirectory() : status?.isFile();
  if (isSame === true) await rename(join(way.from, entry.path), join(way.to, entry.path));
  return isSame === true;
}
