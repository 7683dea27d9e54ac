import { mkdir, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from '../../core/generation/completion.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import type { Repository } from '../../ports/repository.ts';
import type { Content } from '../../ports/workspace.ts';
import type { SetupOutput } from './setup-output.ts';
import { UnsafePathError } from '../../errors.ts';
import { isErrno, makeRealFolder, writeNewFile } from '../plain-files/safe-path.ts';

/** A tree to make: its commit, the files under `writes`, and the paths where dependencies are put later. */
export type CellTreeRequest = {
  readonly repository: Repository;
  readonly version: SpecVersion;
  readonly content: Content;
  readonly dependencies: readonly SetupOutput[];
};

/** Writes a new tree with the committed files. Throws UnsafePathError for a generated file that cannot be written there. */
export async function writeCellTree(tree: string, request: CellTreeRequest): Promise<void> {
  const { repository, version, content, dependencies } = request;
  await mkdir(tree);
  await repository.writeTree(version.commit, tree);
  switch (content.kind) {
    case 'committed':
      break;
    case 'emptied':
      await empty(tree, version.emptied);
      break;
    case 'generated':
      await empty(tree, version.emptied);
      await writeGenerated(tree, content.files, dependencies);
      break;
  }
  await makeRealFolder(tree, version.spec.directory);
}

async function empty(tree: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await unlink(join(tree, path));
  // As in git, a folder exists only if it has files.
  for (const folder of new Set(paths.map((path) => dirname(path)))) await removeWhileEmpty(tree, folder);
}

async function removeWhileEmpty(tree: string, folder: string): Promise<void> {
  for (let place = folder; place !== '.'; place = dirname(place)) {
    try {
      await rmdir(join(tree, place));
    } catch (error) {
      if (isErrno(error, ['ENOENT'])) continue;
      if (isErrno(error, ['ENOTEMPTY', 'EEXIST'])) return;
      throw error;
    }
  }
}

async function writeGenerated(
  tree: string,
  files: readonly GeneratedFile[],
  dependencies: readonly SetupOutput[],
): Promise<void> {
  for (const { path, content } of files) {
    if (dependencies.some((entry) => isWithin(path, entry.path) || isWithin(entry.path, path)))
      throw new UnsafePathError(path, 'is where setup put a dependency');
    await writeNewFile(tree, path, content);
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
