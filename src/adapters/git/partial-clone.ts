import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SimpleGit } from 'simple-git';
import { UserError } from '../../errors.ts';

/** A commit whose files must all be on this machine, and the git folder that should have them. */
export type WantedCommit = {
  readonly reading: SimpleGit;
  readonly fetching: SimpleGit;
  /** Folder of the objects. */
  readonly objects: string;
  readonly commit: string;
};

/**
 * Fetches, in few requests, the files that a partial clone (`filter: blob:none` or `tree:0`, or a sparse checkout by
 * actions/checkout) left at the remote. Without this git would fetch them one by one, and trees could not be written.
 * Throws OBJECTS_MISSING.
 */
export async function completeObjects(wanted: WantedCommit): Promise<void> {
  const packs = await readdir(join(wanted.objects, 'pack')).catch(() => []);
  if (!packs.some((name) => name.endsWith('.promisor'))) return;
  let missing = await missingOf(wanted);
  while (missing.length > 0) {
    await fetchAll(wanted, missing);
    // Where folders were missing, what is in them is known only now.
    const left = await missingOf(wanted);
    const again = left.filter((oid) => missing.includes(oid));
    if (again.length > 0) throw cannotComplete(wanted, again, 'the remote did not send them');
    missing = left;
  }
}

// The commit and not its tree is named: git cannot start at a tree that is itself missing.
async function missingOf({ reading, commit }: WantedCommit): Promise<readonly string[]> {
  const listed = await reading.raw(['rev-list', '--objects', '--missing=print', '--max-count=1', commit]);
  return listed.split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : []));
}

async function fetchAll(wanted: WantedCommit, missing: readonly string[]): Promise<void> {
  const remote = await promisorOf(wanted.reading);
  for (let at = 0; at < missing.length; at += objectsPerFetch) {
    const some = missing.slice(at, at + objectsPerFetch);
    await wanted.fetching.raw([...asGitItself, remote, ...some]).catch((error: unknown) => {
      throw cannotComplete(wanted, missing, reasonOf(error));
    });
  }
}

// `clone --origin NAME` calls it otherwise.
async function promisorOf(git: SimpleGit): Promise<string> {
  const listed = await git
    .raw(['config', '-z', '--get-regexp', String.raw`^remote\..*\.promisor$`])
    .catch(() => '');
  return /^remote\.(.+)\.promisor(?:\n|$)/.exec(listed.split('\0')[0] ?? '')?.[1] ?? 'origin';
}

// A command line holds about 2 MB, and a name takes 41 bytes.
const objectsPerFetch = 5000;

// As git itself fetches a missing object (promisor-remote.c). Without `noop` it would tell the remote which commits it
// has, and the remote would take it for granted that their files are here.
const asGitItself = [
  ...['-c', 'fetch.negotiationAlgorithm=noop', 'fetch'],
  '--no-tags',
  '--no-write-fetch-head',
  '--recurse-submodules=no',
  '--filter=blob:none',
];

function cannotComplete({ commit }: WantedCommit, missing: readonly string[], why: string): UserError {
  const files = missing.length === 1 ? 'a file or folder' : `${missing.length} files and folders`;
  return new UserError(
    'OBJECTS_MISSING',
    `this checkout is a partial clone without ${files} of ${commit.slice(0, 12)}, and they could not be fetched: ${why}. No model was asked.`,
    'Remove `filter` and `sparse-checkout` from actions/checkout, or let it keep its credentials (`persist-credentials`). In a clone of your own run `git fetch --refetch --no-filter`.',
  );
}

function reasonOf(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n');
  const said = lines.find((line) => /^(?:fatal|error|remote): /.test(line)) ?? lines[0] ?? '';
  // A remote may be named with the user and password that reach it.
  return said
    .replaceAll(/:\/\/[^/@\s]*@/g, '://')
    .slice(0, 300)
    .replace(/\.$/, '');
}
