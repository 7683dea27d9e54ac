import { link, lstat, readlink, rename, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copiedAtMost, copyWhole, copySizeUpTo } from './copy-small.ts';
import type { SetupOutput } from './setup-output.ts';
import { removeFolder } from '../plain-files/remove-folder.ts';
import { makeRealFolder } from '../plain-files/safe-path.ts';
import type { SetUpTree } from './set-up-tree.ts';
import { ensureSetupIntact } from './ensure-setup-intact.ts';

/** A tree with its dependencies in place; `release` moves the dependencies back. */
export type LinkedTree = { readonly root: string; readonly release: () => Promise<void> };

/** Single files up to this size are copied, so that tests that write into one (a small database) do not meet. */
export const copiedBytes = 8 * 1024 * 1024;

/** Links the dependencies into the cell's tree without moving the tree; many cells may do so at the same time. */
export async function linkDependencies(
  setUp: SetUpTree,
  dependencies: readonly SetupOutput[],
  cell: string,
): Promise<LinkedTree> {
  await ensureSetupIntact(setUp, dependencies);
  const root = join(cell, 'tree');
  for (const { path, kind } of dependencies) {
    const from = join(setUp.store, path);
    const to = join(root, path);
    await makeRealFolder(root, dirname(path));
    // Never a symbolic link: a single file is resolved from its real path (relative imports, nearest package.json).
    if (kind !== 'file') await symlink(from, to);
    else if (!(await copyIfSmall(from, to))) await link(from, to);
  }
  return { root, release: async () => undefined };
}

/** Moves the cell's tree to the path where setup ran, and the dependencies into it: their absolute paths then fit. */
export async function takeTurn(
  setUp: SetUpTree,
  dependencies: readonly SetupOutput[],
  cell: string,
): Promise<LinkedTree> {
  const { place, store, turns } = setUp;
  const endTurn = await turns.next();
  const borrowed: SetupOutput[] = [];
  const release = async (): Promise<void> => {
    try {
      // What is missing now is made again before the next turn.
      for (const entry of borrowed) await moveIfThere(entry, { from: place, to: store });
      await rename(place, join(cell, 'used')).catch(() => removeFolder(place));
    } finally {
      endTurn();
    }
  };
  try {
    await ensureSetupIntact(setUp, dependencies);
    await rename(join(cell, 'tree'), place);
    for (const entry of dependencies) {
      await makeRealFolder(place, dirname(entry.path));
      if (await layOwn(entry, { from: store, to: place })) continue;
      await rename(join(store, entry.path), join(place, entry.path));
      borrowed.push(entry);
    }
    return { root: place, release };
  } catch (error) {
    await release().catch(() => undefined);
    throw error;
  }
}

type Way = { readonly from: string; readonly to: string };

/** Copies it for this cell if it is small; false = the original has to be moved here and back. */
async function layOwn({ path, kind }: SetupOutput, way: Way): Promise<boolean> {
  const from = join(way.from, path);
  const to = join(way.to, path);
  if (kind !== 'link') return copyIfSmall(from, to);
  await symlink(await readlink(from), to);
  return true;
}

async function copyIfSmall(from: string, to: string): Promise<boolean> {
  if ((await copySizeUpTo(from, copiedAtMost)) === null) return false;
  await copyWhole(from, to);
  return true;
}

async function moveIfThere(entry: SetupOutput, way: Way): Promise<void> {
  const status = await lstat(join(way.from, entry.path)).catch(() => null);
  const isSame = entry.kind === 'folder' ? status?.isDirectory() : status?.isFile();
  if (isSame === true)
    await rename(join(way.from, entry.path), join(way.to, entry.path)).catch(() => undefined);
}
