import { chmod, copyFile, lstat, mkdir, readlink, rename, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { makeRealFolder } from '../plain-files/safe-path.ts';
import { layAgain } from './lay-again.ts';
import { copiedBytes } from './link-dependencies.ts';
import { foldersAround, protectedPlaces } from './protected-places.ts';
import { removeEmptyFolders } from './remove-empty-folders.ts';
import type { SetUpTree } from './set-up-tree.ts';
import type { SetupOutput } from './setup-output.ts';

/** What all workspaces of a prepared tree have in common, where a sandbox shows each of them a copy of its own. */
export type SharedLayers = {
  /** Folder with the committed files that are neither emptied nor protected, and with small things from setup. */
  readonly rest: string;
  /** Folder with the files that are emptied, as committed. */
  readonly committed: string;
  /**
   * Lays the protected files. They are laid for each workspace: of shared ones their age would tell a run with changed
   * tests from one without.
   */
  readonly layProtected: (folder: string) => Promise<void>;
  /** The dependencies that are mounted where they are: folders and large files. */
  readonly mounted: readonly SetupOutput[];
  /** Folders that hold something which is neither protected nor emptied. */
  readonly mixed: ReadonlySet<string>;
};

/** Lays the parts of a tree once, in an empty folder of ours. */
export async function laySharedLayers(of: {
  readonly version: SpecVersion;
  readonly setUp: SetUpTree;
  readonly protectedFiles: readonly string[];
  readonly dependencies: readonly SetupOutput[];
  readonly folder: string;
  /** PATH of programs of this machine. */
  readonly path: string;
}): Promise<SharedLayers> {
  const { version, setUp, folder } = of;
  const { emptied, spec } = version;
  const [rest, committed, kept] = [join(folder, 'rest'), join(folder, 'committed'), join(folder, 'kept')];
  await chmod(folder, 0o755);
  for (const layer of [rest, committed, kept]) await mkdir(layer);
  await setUp.lay(rest, []);
  await move(emptied, { from: rest, to: committed });
  removeEmptyFolders(rest, emptied);
  await makeRealFolder(rest, spec.directory);
  const mounted = await copySmall(of, rest);
  const apart = new Set([...of.protectedFiles, ...emptied]);
  const all = [...setUp.tracked, ...of.dependencies].map(({ path }) => path);
  const mixed = foldersAround(all.filter((path) => !apart.has(path)));
  // Whatever a model writes, a protected place of its workspace is one of these or lies in one.
  await move(protectedPlaces(of.protectedFiles, mixed), { from: rest, to: kept });
  const layKept = await layAgain(kept, of.path);
  return { rest, committed, layProtected: async (to) => layKept(to, []), mounted, mixed };
}

async function move(
  paths: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await rename(join(from, path), join(to, path));
  }
}

/** Small files and links from setup become content of the tree; folders and large files are mounted read-only. */
async function copySmall(
  { setUp, dependencies }: { readonly setUp: SetUpTree; readonly dependencies: readonly SetupOutput[] },
  files: string,
): Promise<readonly SetupOutput[]> {
  const shown: SetupOutput[] = [];
  for (const entry of dependencies) {
    const from = join(setUp.store, entry.path);
    const isShown =
      entry.kind === 'folder' || (entry.kind === 'file' && (await lstat(from)).size > copiedBytes);
    if (isShown) shown.push(entry);
    else {
      await makeRealFolder(files, dirname(entry.path));
      if (entry.kind === 'link') await symlink(await readlink(from), join(files, entry.path));
      else await copyFile(from, join(files, entry.path));
    }
  }
  return shown;
}
