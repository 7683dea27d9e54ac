import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SimpleGit } from 'simple-git';
import { quietGit } from './git-process.ts';
import { writeLargeFiles } from './large-files.ts';
import { listTree } from './list-tree.ts';
import type { PointedStores } from './pointed-stores.ts';
import { pointedIn, type Pointed } from './pointed.ts';
import { findSubmodules, folderFor } from './submodules.ts';

/** A tree to write, and where its contents are. */
export type TreeToWrite = {
  readonly commit: string;
  readonly directory: string;
  /** Absolute path of the real repository's objects. */
  readonly objects: string;
  readonly stores: PointedStores;
  /** Finds what the tree only points to, where that may be known; null = it is read anew. */
  readonly pointed: (() => Promise<Pointed>) | null;
  readonly environment: Readonly<Record<string, string>>;
};

/**
 * Writes a commit's tracked files into an empty folder, and what it points to: submodules at the commit that this tree
 * names, and files that Git LFS keeps. Both come from this machine alone; throws POINTED_CONTENT_MISSING.
 *
 * It works through a temporary repository of our own that only borrows the objects. The configuration, hooks,
 * attributes and sparse-checkout list of the real one are never read, so a filter that `.gitattributes` names has no
 * command to run. Line ends follow `.gitattributes`, as in any checkout. Each call has its own index, so calls may
 * overlap.
 */
export async function writeTree(request: TreeToWrite): Promise<void> {
  const { commit, directory, objects, environment } = request;
  if ((await readdir(directory)).length > 0) throw new Error(`not an empty folder: ${directory}`);
  const gitDirectory = await mkdtemp(join(tmpdir(), 'spec-portability-git-'));
  try {
    await mkdir(join(gitDirectory, 'refs'));
    await writeFile(join(gitDirectory, 'HEAD'), `${commit}\n`);
    const tree = quietGit({
      directory,
      environment,
      extra: { GIT_DIR: gitDirectory, GIT_WORK_TREE: directory, GIT_OBJECT_DIRECTORY: objects },
    });
    // read-tree would be enough, but simple-git waits 50 ms for the output of a command that prints nothing.
    await tree.raw(['reset', '--hard']);
    await writePointed(request, tree);
  } finally {
    await rm(gitDirectory, { recursive: true, force: true });
  }
}

async function writePointed(request: TreeToWrite, tree: SimpleGit): Promise<void> {
  const { commit, directory, stores, environment } = request;
  const { submodules, pointers } = await (request.pointed?.() ??
    listTree(tree, commit).then(async (entries) => pointedIn(tree, commit, entries)));
  await writeLargeFiles({ tree, commit, directory, pointers, stores: stores.largeFiles });
  for (const found of await findSubmodules(submodules, { parent: commit, stores, environment })) {
    const place = await folderFor(directory, found.path);
    await writeTree({ ...found, directory: place, pointed: null, environment });
  }
}
