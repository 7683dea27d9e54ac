import type { SimpleGit } from 'simple-git';
import type { TreeEntry } from '../../ports/repository.ts';
import { pointedIn, type Submodule } from './pointed.ts';
import { findSubmodules, gitOn } from './submodules.ts';

/** The paths of a commit. */
export async function listTree(git: SimpleGit, commit: string): Promise<readonly TreeEntry[]> {
  return readTreeEntries(await git.raw(['ls-tree', '-r', '-z', '-l', '--full-tree', commit]));
}

/** The files of submodules, with those of their own submodules, under their paths in the tree above. */
export async function listSubmodules(
  submodules: readonly Submodule[],
  of: Parameters<typeof findSubmodules>[1],
): Promise<readonly TreeEntry[]> {
  const all: TreeEntry[] = [];
  for (const { path, commit, objects, stores } of await findSubmodules(submodules, of)) {
    const git = gitOn(objects, of.environment);
    const own = await listTree(git, commit);
    const pointed = await pointedIn(git, commit, own);
    const below = await listSubmodules(pointed.submodules, { ...of, parent: commit, stores });
    const files = [...own.filter(({ kind }) => kind !== 'submodule'), ...below];
    all.push(...files.map((entry) => ({ ...entry, path: `${path}/${entry.path}` })));
  }
  return all;
}

/** Reads what `ls-tree -r -z -l` prints. A name that is not UTF-8 is left out, because no string can name that file. */
function readTreeEntries(output: string): readonly TreeEntry[] {
  return output.split('\0').flatMap((record) => {
    const match = recordPattern.exec(record);
    if (match === null || record.includes('\uFFFD')) return [];
    const [, mode = '', oid = '', size = '', path = ''] = match;
    return [{ path, kind: kindOf(mode), oid, size: size === '-' ? 0 : Number(size) }];
  });
}

// <mode> <type> <oid> <padded size or ->TAB<path>; a path may hold anything but NUL.
const recordPattern = /^(\d{6}) \w+ ([0-9a-f]{40}) +(\d+|-)\t(.+)$/s;

function kindOf(mode: string): TreeEntry['kind'] {
  if (mode === '120000') return 'symlink';
  if (mode === '160000') return 'submodule';
  return mode === '100755' ? 'executable' : 'file';
}
