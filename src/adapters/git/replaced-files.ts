import { createHash } from 'node:crypto';
import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Replacement, Repository, TreeEntry } from '../../ports/repository.ts';
import { writeNewFile } from '../plain-files/safe-path.ts';

/**
 * Adds commits with replaced files to a repository. They exist in memory alone: nothing is written to the objects of a
 * checkout that is not ours.
 */
export function withReplacedFiles(plain: Omit<Repository, 'withFiles'>): Repository {
  const made = new Map<string, Made>();
  const blobs = new Map<string, Uint8Array>();
  return {
    ...plain,
    withFiles: async (commit, files) => {
      const stored = files.map((file) => ({ ...file, oid: blobId(file.content) }));
      for (const { oid, content } of stored) if (content !== null) blobs.set(oid, content);
      const named = stored.map(({ path, oid, isExecutable }) => [path, oid, isExecutable]);
      const tree = hash('sha256', JSON.stringify([await plain.treeOf(commit), named])).slice(0, 40);
      const sha = `${commit.slice(0, 20)}${tree.slice(0, 20)}`;
      made.set(sha, { commit, tree, files: stored });
      return sha;
    },
    listTree: async (commit) => {
      const of = made.get(commit);
      return of === undefined ? plain.listTree(commit) : replacedIn(await plain.listTree(of.commit), of);
    },
    listFiles: async (commit) => {
      const of = made.get(commit);
      return of === undefined ? plain.listFiles(commit) : replacedIn(await plain.listFiles(of.commit), of);
    },
    readBlob: async (oid) => blobs.get(oid) ?? plain.readBlob(oid),
    treeOf: async (commit) => made.get(commit)?.tree ?? plain.treeOf(commit),
    writeTree: async (commit, directory) => {
      const of = made.get(commit);
      await plain.writeTree(of?.commit ?? commit, directory);
      for (const file of of?.files ?? []) await replace(directory, file);
    },
    writeGit: async (commit, directory) => plain.writeGit(made.get(commit)?.commit ?? commit, directory),
  };
}

type Made = {
  readonly commit: string;
  readonly tree: string;
  readonly files: readonly (Replacement & { readonly oid: string })[];
};

function replacedIn(entries: readonly TreeEntry[], { files }: Made): readonly TreeEntry[] {
  const replaced = new Set(files.map(({ path }) => path));
  const added = files.flatMap(({ path, oid, content, isExecutable }): TreeEntry[] =>
    content === null ? [] : [{ path, oid, kind: isExecutable ? 'executable' : 'file', size: content.length }],
  );
  // In the order of git, because lists of files are shown and stored.
  return [...entries.filter(({ path }) => !replaced.has(path)), ...added].toSorted((one, other) =>
    one.path < other.path ? -1 : 1,
  );
}

async function replace(directory: string, { path, content, isExecutable }: Replacement): Promise<void> {
  await rm(join(directory, path), { force: true });
  if (content === null) return;
  await writeNewFile(directory, path, content);
  if (isExecutable) await chmod(join(directory, path), 0o755);
}

function blobId(content: Uint8Array | null): string {
  if (content === null) return '';
  return hash('sha1', `blob ${content.length}\0`, content);
}

function hash(algorithm: 'sha1' | 'sha256', ...parts: readonly (string | Uint8Array)[]): string {
  const hashed = createHash(algorithm);
  for (const part of parts) hashed.update(part);
  return hashed.digest('hex');
}
