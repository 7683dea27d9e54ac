import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { SimpleGit } from 'simple-git';
import { UserError } from '../../errors.ts';
import type { Repository } from '../../ports/repository.ts';
import { blobReader } from './blob-reader.ts';
import { changedPaths } from './changed-paths.ts';
import { fetchingGit, quietGit, type GitPlace } from './git-process.ts';
import { historyOf } from './history.ts';
import { objectReader } from './object-reader.ts';
import { completeObjects } from './partial-clone.ts';
import { fullSha } from './full-sha.ts';
import { storesOf, type PointedStores } from './pointed-stores.ts';
import { treesOf } from './trees-of.ts';
import { withReplacedFiles } from './replaced-files.ts';

/**
 * Opens the git repository that holds a folder, with hooks, monitors, filters and external diffs switched off.
 * `environment` is the caller's; git sees PATH, HOME and what it needs to reach the remote. Throws GIT_NOT_FOUND.
 */
export async function openRepository(
  directory: string,
  environment: Readonly<Record<string, string>>,
): Promise<Repository> {
  const place: GitPlace = { directory, environment };
  const { reading, objects, root, stores } = await locate(place);
  const fetching = fetchingGit(place);
  const objectOf = objectReader(place);
  const history = historyOf({ reading, fetching, objectOf });
  const readBlob = blobReader(objectOf);
  const trees = treesOf({ reading, objectOf, objects, stores, environment });

  return withReplacedFiles({
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
    ...trees,
    readBlob: async (oid) => readBlob(fullSha(oid)),
    changedPaths: async (base, head) =>
      changedPaths({ reading, listFiles: trees.listFiles }, fullSha(base), fullSha(head)),
    isOnBranch: async (commit, running) => isHeld(reading, { commit: fullSha(commit), running }),
    uncommitted: async () => readStatus(await reading.raw(['status', ...statusOptions])),
    root,
    tracks: async (path) => isTracked({ reading, root, path: resolve(directory, path) }),
  });
}

const statusOptions = [
  '--porcelain',
  // simple-git waits 50 ms where a command prints nothing, so there is always a line about the branch.
  '--branch',
  // How far it is from its upstream would take a walk through both histories.
  '--no-ahead-behind',
  '-z',
  '--untracked-files=all',
  '--no-renames',
  '--ignore-submodules=all',
];

/** Reads what `status --porcelain -z` prints without renames: two letters, a space and a path from the root. */
function readStatus(output: string): readonly string[] {
  const entries = output.split('\0').filter((entry) => !entry.startsWith('## '));
  return entries.flatMap((entry) => (entry.length > 3 ? [entry.slice(3)] : []));
}

async function locate(place: GitPlace): Promise<{
  readonly reading: SimpleGit;
  readonly objects: string;
  readonly root: string;
  readonly stores: PointedStores;
}> {
  try {
    const reading = quietGit(place);
    const asked = [
      '--show-object-format',
      '--path-format=absolute',
      '--show-toplevel',
      '--git-path',
      'objects',
      '--absolute-git-dir',
      '--git-common-dir',
    ];
    const answer = (await reading.raw(['rev-parse', ...asked])).trimEnd().split('\n');
    const [format, root = '', objects = '', ...gitFolders] = answer;
    if (format !== 'sha1') throw new Error(`object format ${String(format)} is not supported`);
    return { reading, objects, root, stores: storesOf([...new Set(gitFolders)], root) };
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    const isMissing = why.includes('ENOENT');
    const isFolder = existsSync(place.directory);
    throw new UserError(
      'GIT_NOT_FOUND',
      isMissing
        ? 'the program `git` could not be started.'
        : `git cannot read \`${place.directory}\` as a repository: ${isFolder ? why : 'there is no such folder'}.`,
      isMissing
        ? 'Install git and put it on PATH.'
        : 'Run this inside a checkout; in a workflow put actions/checkout before it.',
    );
  }
}

// A local branch proves nothing: a step of the workflow may have fetched a fork into one.
async function isHeld(
  git: SimpleGit,
  of: { readonly commit: string; readonly running: string | null },
): Promise<boolean> {
  const { commit, running } = of;
  if (running !== null && (await isWithin(git, commit, running))) return true;
  const places = ['refs/remotes/origin', 'refs/tags'];
  return (await git.raw(['for-each-ref', '--count=1', `--contains=${commit}`, ...places])) !== '';
}

async function isWithin(git: SimpleGit, commit: string, tip: string): Promise<boolean> {
  const listed = git.raw(['rev-list', '--max-count=1', commit, `^${fullSha(tip)}`]);
  return listed.then(
    (output) => output === '',
    () => false,
  );
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

function refuseUnsafeRef(ref: string): void {
  // Refuses options, ranges, paths inside a commit (`:`) and patterns; git itself refuses the rest.
  const isSafe = !/^[-^]|\.\.|[\s\p{Cc}\p{Cf}:?*[\]\\]/u.test(ref) && ref.length > 0 && ref.length <= 250;
  if (isSafe) return;
  throw new UserError(
    'REF_NOT_FOUND',
    `${JSON.stringify(ref.slice(0, 100))} is not a valid name of a commit.`,
    'Give a branch, a tag or a commit SHA.',
  );
}
