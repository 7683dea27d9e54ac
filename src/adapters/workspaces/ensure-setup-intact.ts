import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError, WorkspaceLostError } from '../../errors.ts';
import type { SetupOutput } from './setup-output.ts';
import type { SetUpTree } from './set-up-tree.ts';

/** Runs setup again if a test run removed some of its output. Throws WorkspaceLostError. */
export async function ensureSetupIntact(setUp: SetUpTree, entries: readonly SetupOutput[]): Promise<void> {
  const gone = await firstGone(setUp, entries);
  if (gone === null) return;
  const { makeAgain } = setUp;
  if (makeAgain === null) throw lost(gone, null);
  try {
    await makeAgain();
  } catch (error) {
    if (error instanceof UserError || error instanceof WorkspaceLostError) throw lost(gone, error);
    throw error;
  }
  const still = await firstGone(setUp, entries);
  if (still !== null) throw lost(still, null);
}

async function firstGone({ store }: SetUpTree, entries: readonly SetupOutput[]): Promise<string | null> {
  for (const { path, kind } of entries) {
    const status = await lstat(join(store, path)).catch(() => null);
    const isThere =
      kind === 'folder'
        ? status?.isDirectory()
        : kind === 'file'
          ? status?.isFile()
          : status?.isSymbolicLink();
    if (isThere !== true) return path;
  }
  return null;
}

function lost(path: string, cause: unknown): WorkspaceLostError {
  return new WorkspaceLostError(`the dependency ${path} is gone: a test run removed or replaced it`, {
    cause,
  });
}
