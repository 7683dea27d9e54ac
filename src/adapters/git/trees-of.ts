import type { SimpleGit } from 'simple-git';
import type { Repository, TreeEntry } from '../../ports/repository.ts';
import { fullSha } from './full-sha.ts';
import { writeGitFolder } from './git-folder.ts';
import type { ObjectReader } from './object-reader.ts';
import { listSubmodules, listTree } from './list-tree.ts';
import type { PointedStores } from './pointed-stores.ts';
import { pointedIn, type Pointed } from './pointed.ts';
import { writeTree } from './write-tree.ts';

/** Lists and writes the trees of a repository; each commit is listed once. */
export function treesOf(of: {
  readonly reading: SimpleGit;
  readonly objectOf: ObjectReader;
  readonly objects: string;
  readonly stores: PointedStores;
  readonly environment: Readonly<Record<string, string>>;
}): Pick<Repository, 'listFiles' | 'listTree' | 'treeOf' | 'writeTree' | 'writeGit'> {
  const { reading, objectOf, objects, stores, environment } = of;
  const listFiles = oncePerCommit(async (commit) => listTree(reading, commit));
  const pointedOf = oncePerCommit<Pointed>(async (commit) =>
    pointedIn(reading, commit, await listFiles(commit)),
  );
  const listWhole = oncePerCommit<readonly TreeEntry[]>(async (commit) => {
    const { submodules } = await pointedOf(commit);
    const found = await listSubmodules(submodules, { parent: commit, stores, environment });
    const whole = await listFiles(commit);
    return found.length === 0 ? whole : [...whole.filter(({ kind }) => kind !== 'submodule'), ...found];
  });
  const treeOf = oncePerCommit(async (commit) => {
    const found = await objectOf(`${commit}^{tree}`);
    if (found === null) throw new Error(`git has no commit ${commit}`);
    return found.oid;
  });
  return {
    listFiles,
    listTree: listWhole,
    treeOf,
    writeTree: async (commit, directory) => {
      const pointed = async (): Promise<Pointed> => pointedOf(commit);
      await writeTree({ commit, directory, objects, stores, pointed, environment });
    },
    writeGit: async (commit, directory) =>
      writeGitFolder({ commit: fullSha(commit), directory, reading, objects, environment }),
  };
}

function oncePerCommit<Value>(read: (commit: string) => Promise<Value>): (commit: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return async (commit) => {
    const value = known.get(commit) ?? read(fullSha(commit));
    known.set(commit, value);
    return value;
  };
}
