import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SimpleGit } from 'simple-git';

/**
 * Fetches, in few requests, the files that a partial clone (`filter: blob:none`, or a sparse checkout by
 * actions/checkout) left at the remote. Without this git would fetch them one by one, and trees could not be written.
 */
export async function completeObjects(request: {
  readonly reading: SimpleGit;
  readonly fetching: SimpleGit;
  readonly objects: string;
  readonly commit: string;
}): Promise<void> {
  const { reading, fetching, objects, commit } = request;
  const packs = await readdir(join(objects, 'pack')).catch(() => []);
  if (!packs.some((name) => name.endsWith('.promisor'))) return;
  const listed = await reading.raw(['rev-list', '--objects', '--missing=print', `${commit}^{tree}`]);
  const missing = listed.split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : []));
  for (let at = 0; at < missing.length; at += objectsPerFetch) {
    const wanted = missing.slice(at, at + objectsPerFetch);
    await fetching.raw(['fetch', ...asGitItself, 'origin', ...wanted]);
  }
}

// A command line holds about 2 MB, and a name takes 41 bytes.
const objectsPerFetch = 5000;

// The options that git itself uses when it fetches a missing object (promisor-remote.c).
const asGitItself = [
  '--no-tags',
  '--no-write-fetch-head',
  '--recurse-submodules=no',
  '--filter=blob:none',
  '--negotiation-tip=HEAD',
];
