import type { SimpleGit } from 'simple-git';
import type { TreeEntry } from '../../ports/repository.ts';

/** A submodule in one tree: where it stands, the commit that the tree names, and its name in `.gitmodules`. */
export type Submodule = { readonly path: string; readonly commit: string; readonly name: string };

/** What a tree only points to. */
export type Pointed = {
  readonly submodules: readonly Submodule[];
  /** Paths small enough to be pointers of Git LFS; none where no `.gitattributes` names it. */
  readonly pointers: readonly string[];
};

/** Looks through the listing of a commit for what it only points to. */
export async function pointedIn(
  git: SimpleGit,
  commit: string,
  entries: readonly TreeEntry[],
): Promise<Pointed> {
  const links = entries.filter(({ kind }) => kind === 'submodule');
  // Without an entry in `.gitmodules` nobody can know where a submodule comes from; git leaves its folder empty.
  const names = links.length === 0 ? new Map<string, string>() : await namesByPath(git, commit);
  const attributes = entries.filter(({ path }) => /(?:^|\/)\.gitattributes$/.test(path));
  const hasLargeFiles = await someNames(
    git,
    attributes.map(({ oid }) => oid),
  );
  return {
    submodules: links.flatMap(({ path, oid }) => {
      const name = names.get(path);
      return name === undefined ? [] : [{ path, commit: oid, name }];
    }),
    pointers: entries.filter((entry) => hasLargeFiles && isSmall(entry)).map(({ path }) => path),
  };
}

// The specification of Git LFS asks for less than 1024 bytes.
function isSmall({ kind, size }: TreeEntry): boolean {
  return (kind === 'file' || kind === 'executable') && size < 1024;
}

async function someNames(git: SimpleGit, blobs: readonly string[]): Promise<boolean> {
  for (const blob of blobs)
    if ((await git.raw(['cat-file', 'blob', blob])).includes('filter=lfs')) return true;
  return false;
}

async function namesByPath(git: SimpleGit, commit: string): Promise<ReadonlyMap<string, string>> {
  const blob = `${commit}:.gitmodules`;
  const text = await git.raw(['config', '--blob', blob, '-z', '--get-regexp', keys]).catch(() => '');
  return new Map(
    text.split('\0').flatMap((entry) => {
      const [key = '', path] = entry.split('\n');
      return path === undefined ? [] : [[path, key.slice('submodule.'.length, -'.path'.length)]];
    }),
  );
}

const keys = String.raw`^submodule\..*\.path$`;
