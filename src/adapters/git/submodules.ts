import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SimpleGit } from 'simple-git';
import { UserError } from '../../errors.ts';
import { fetchingGit, quietGit } from './git-process.ts';
import { completeObjects } from './partial-clone.ts';
import { gitFoldersOf, storesOf, type PointedStores } from './pointed-stores.ts';
import type { Submodule } from './pointed.ts';

/** A submodule whose commit is on this machine: where its objects are, and where those of its own submodules may be. */
export type FoundSubmodule = {
  readonly path: string;
  readonly commit: string;
  readonly objects: string;
  readonly stores: PointedStores;
};

/** Git that reads the objects in a folder, whatever repository it belongs to. */
export function gitOn(objects: string, environment: Readonly<Record<string, string>>): SimpleGit {
  // The folder of objects is inside a git folder, so git finds a repository there.
  return quietGit({ directory: objects, environment, extra: { GIT_OBJECT_DIRECTORY: objects } });
}

/** Finds the submodules of a commit on this machine. Throws POINTED_CONTENT_MISSING, OBJECTS_MISSING. */
export async function findSubmodules(
  submodules: readonly Submodule[],
  of: {
    readonly parent: string;
    readonly stores: PointedStores;
    readonly environment: Readonly<Record<string, string>>;
  },
): Promise<readonly FoundSubmodule[]> {
  const found: FoundSubmodule[] = [];
  for (const submodule of submodules) {
    const { path, commit } = submodule;
    const folder = await holderOf(submodule, of);
    found.push({ path, commit, objects: join(folder, 'objects'), stores: storesOf([folder], null) });
  }
  return found;
}

async function holderOf(submodule: Submodule, of: Parameters<typeof findSubmodules>[1]): Promise<string> {
  const { path, commit } = submodule;
  for (const folder of await gitFoldersOf(of.stores, submodule)) {
    const objects = join(folder, 'objects');
    const reading = gitOn(objects, of.environment);
    if (!(await holds(reading, commit))) continue;
    const fetching = fetchingGit({ directory: folder, environment: of.environment });
    await completeObjects({ reading, fetching, objects, commit });
    return folder;
  }
  throw new UserError(
    'POINTED_CONTENT_MISSING',
    `\`${path}\` of ${of.parent.slice(0, 12)} is a submodule, and this checkout does not have its commit ${commit.slice(0, 12)}. No model was asked.`,
    'Set `submodules: recursive` and `fetch-depth: 0` for actions/checkout, or run `git submodule update --init --recursive` on both commits.',
  );
}

async function holds(git: SimpleGit, commit: string): Promise<boolean> {
  return git.raw(['rev-parse', '--verify', '--quiet', `${commit}^{commit}`]).then(
    () => true,
    () => false,
  );
}

/** The empty folder of a submodule, made if need be. A link on the way would lead elsewhere, so none is followed. */
export async function folderFor(directory: string, path: string): Promise<string> {
  let place = directory;
  for (const part of path.split('/')) {
    place = join(place, part);
    const found = await lstat(place).catch(() => null);
    if (found === null) await mkdir(place);
    else if (!found.isDirectory()) throw new Error(`not a folder: ${path}`);
  }
  return place;
}
