import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { atOnce } from '../../core/at-once.ts';

/** Where this machine keeps what a tree only points to. */
export type PointedStores = {
  /** Folders that hold the repositories of submodules by name, the likeliest first. */
  readonly modules: readonly string[];
  /** Folder of the checkout, in which a submodule may have its repository; null for a submodule that is not one. */
  readonly checkout: string | null;
  /** Folders in which Git LFS keeps files by their digest. */
  readonly largeFiles: readonly string[];
};

/** The stores of a repository whose own objects are here. `gitFolders`: its `.git`, and that of a linked worktree. */
export function storesOf(gitFolders: readonly string[], checkout: string | null): PointedStores {
  return {
    modules: gitFolders.map((folder) => join(folder, 'modules')),
    checkout,
    largeFiles: gitFolders.map((folder) => join(folder, 'lfs/objects')),
  };
}

/** Git folders that may hold a submodule, by its name in `.gitmodules` and its path in the tree. */
export async function gitFoldersOf(
  { modules, checkout }: PointedStores,
  submodule: { readonly name: string; readonly path: string },
): Promise<readonly string[]> {
  const { name, path } = submodule;
  // Git itself refuses such names: the text of a commit must not lead out of the folder.
  const isSafe = !name.split(/[\\/]/).some((part) => part === '..' || part === '');
  const named = isSafe ? modules.map((folder) => join(folder, name)) : [];
  const own = checkout === null ? null : await gitFolderAt(join(checkout, path));
  const all = own === null ? named : [...named, own];
  const found = await atOnce(all, async (folder) => isFolder(join(folder, 'objects')));
  return all.filter((_, index) => found[index]);
}

// `.git` is a folder, or a file that names one.
async function gitFolderAt(folder: string): Promise<string | null> {
  const place = join(folder, '.git');
  if (await isFolder(place)) return place;
  const text = await readFile(place, 'utf8').catch(() => '');
  const [, target] = /^gitdir: (.+)$/m.exec(text) ?? [];
  return target === undefined ? null : resolve(dirname(place), target);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
