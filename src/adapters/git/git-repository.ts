import { isAbsolute, relative, resolve } from 'node:path';
import type { SimpleGit } from 'simple-git';
import { UserError } from '../../errors.ts';
import type { Repository, TreeEntry } from '../../ports/repository.ts';
import { blobReader } from './blob-reader.ts';
import { readChangedPaths } from './changed-paths.ts';
import { fetchingGit, quietGit, type GitPlace } from './git-process.ts';
import { historyOf } from './history.ts';
import { completeObjects } from './partial-clone.ts';
import { readTreeEntries } from './tree-entries.ts';
import { writeTree } from './write-tree.ts';

/**
 * Opens the git repository that holds a folder, with hooks, monitors, filters and external diffs off.
 * `environment` is the caller's; git sees PATH, HOME and what leads to the remote. Throws GIT_NOT_FOUND.
 */
export async function openRepository(
  directory: string,
  environment: Readonly<Record<string, string>>,
): Promise<Repository> {
  const place: GitPlace = { directory, environment };
  const { reading, objects, root } = await locate(place);
  const fetching = fetchingGit(place);
  const history = historyOf(reading, fetching);
  const blobs = blobReader(reading);
  const trees = new Map<string, Promise<string>>();
  const listings = new Map<string, Promise<readonly TreeEntry[]>>();

  return {
    resolve: async (ref) => {
      refuseUnsafeRef(ref);
      const sha = (await history.lookUp(ref)) ?? (await history.fetch(ref));
      await completeObjects({ reading, fetching, objects, commit: sha });
      return sha;
    },
    mergeBase: async (base, head) => {
      const sha = await history.mergeBase(fullSha(base), fullSha(head));
      await completeObjects({ reading, fetching, objects, commit: sha });
      return sha;
    },
    listFiles: async (commit) => {
      const listing = listings.get(commit) ?? listTree(reading, fullSha(commit));
      listings.set(commit, listing);
      for (const { kind, oid, size } of await listing) if (kind !== 'submodule') blobs.know(oid, size);
      return listing;
    },
    readBlob: async (oid) => blobs.read(fullSha(oid)),
    changedPaths: async (base, head) => {
      const commits = ['--end-of-options', fullSha(base), fullSha(head)];
      return readChangedPaths(await reading.raw(['diff', ...diffOptions, ...commits]));
    },
    treeOf: async (commit) => {
      const tree = trees.get(commit) ?? reading.raw(['rev-parse', '--verify', `${fullSha(commit)}^{tree}`]);
      trees.set(commit, tree);
      return (await tree).trim();
    },
    writeTree: async (commit, folder) => {
      await writeTree({ commit: fullSha(commit), directory: folder, objects, environment });
    },
    tracks: async (path) => isTracked({ reading, root, path: resolve(directory, path) }),
  };
}

const diffOptions = [
  '--name-status',
  '-z',
  '-M',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--no-color',
  '--ignore-submodules=none',
];

async function locate(
  place: GitPlace,
): Promise<{ readonly reading: SimpleGit; readonly objects: string; readonly root: string }> {
  try {
    const reading = quietGit(place);
    const asked = [
      '--show-object-format',
      '--path-format=absolute',
      '--show-toplevel',
      '--git-path',
      'objects',
    ];
    const [format, root = '', objects = ''] = (await reading.raw(['rev-parse', ...asked])).split('\n');
    if (format !== 'sha1') throw new Error(`object format ${String(format)} is not supported`);
    return { reading, objects, root };
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    const isMissing = why.includes('ENOENT');
    throw new UserError(
      'GIT_NOT_FOUND',
      isMissing
        ? 'the program `git` could not be started.'
        : `\`${place.directory}\` cannot be read by git: ${why}.`,
      isMissing ? 'Install git and put it on PATH.' : 'Run this inside a checkout (actions/checkout first).',
    );
  }
}

async function listTree(git: SimpleGit, commit: string): Promise<readonly TreeEntry[]> {
  return readTreeEntries(await git.raw(['ls-tree', '-r', '-z', '-l', '--full-tree', commit]));
}

async function isTracked(request: {
  readonly reading: SimpleGit;
  readonly root: string;
  readonly path: string;
}): Promise<boolean> {
  const inside = relative(request.root, request.path);
  if (isAbsolute(inside) || inside.split('/')[0] === '..') return false;
  const found = await request.reading
    .raw(['ls-files', '-z', '--error-unmatch', '--', request.path])
    .catch(() => '');
  return found !== '';
}

/** Shas of other calls come from `resolve`; anything else here is our own mistake. */
function fullSha(text: string): string {
  if (!/^[0-9a-f]{40}$/.test(text)) throw new Error(`not a full sha: ${text.slice(0, 60)}`);
  return text;
}

function refuseUnsafeRef(ref: string): void {
  // Never an option, a range, a path inside a commit (`:`) or a pattern; the rest git itself refuses.
  const isSafe = !/^[-^]|\.\.|[\s\p{Cc}\p{Cf}:?*[\]\\]/u.test(ref) && ref.length > 0 && ref.length <= 250;
  if (isSafe) return;
  throw new UserError(
    'REF_NOT_FOUND',
    `${JSON.stringify(ref.slice(0, 100))} cannot be the name of a commit.`,
    'Give a branch, a tag or a sha.',
  );
}
