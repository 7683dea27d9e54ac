import { atOnce } from '../../core/at-once.ts';
import type { TestFilePair } from '../../core/specs/spec.ts';
import type { ChangedPath, Repository } from '../../ports/repository.ts';
import type { CommitSide } from './commit-side.ts';

/**
 * Texts of the test files that a change touches and that exist on both sides, including renamed ones: they can prove
 * that a test moved. At most 500 files of at most 256 KiB are read; a test in any other file is known only by its id.
 */
export async function readTestFiles(
  repository: Repository,
  of: {
    readonly changed: readonly ChangedPath[];
    readonly isTest: (path: string) => boolean;
    readonly base: CommitSide;
    readonly head: CommitSide;
  },
): Promise<readonly TestFilePair[]> {
  const touched = of.changed
    .filter(({ status, path }) => (status === 'modified' || status === 'renamed') && of.isTest(path))
    .slice(0, mostFiles);
  const read = await atOnce(touched, async ({ path, from }) => {
    const before = from ?? path;
    const base = await textOf(repository, of.base, before);
    const head = await textOf(repository, of.head, path);
    return base === null || head === null ? [] : [{ path, from: before, base, head }];
  });
  return read.flat();
}

const mostFiles = 500;
const mostBytes = 256 * 1024;

async function textOf(repository: Repository, side: CommitSide, path: string): Promise<string | null> {
  const entry = side.entries.get(path);
  if (entry === undefined || entry.kind === 'symlink' || entry.kind === 'submodule') return null;
  if (entry.size > mostBytes) return null;
  return new TextDecoder().decode(await repository.readBlob(entry.oid));
}
