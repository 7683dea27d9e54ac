import { utimesSync } from 'node:fs';
import { mkdir, rmdir, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ChangedFile } from '../../core/controls/change.ts';
import type { GeneratedFile } from '../../core/generation/completion.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import type { Content } from '../../ports/workspace.ts';
import type { LayTree } from './lay-tree.ts';
import type { SetupOutput } from './setup-output.ts';
import { UnsafePathError } from '../../errors.ts';
import { isErrno, makeRealFolder, refuseTaken, writeNewFile } from '../plain-files/safe-path.ts';

/** A tree to make: its commit, the files under `writes`, and the paths where dependencies are put later. */
export type CellTreeRequest = {
  readonly lay: LayTree;
  readonly version: SpecVersion;
  readonly content: Content;
  /** Test files that get another text than committed. */
  readonly changed: readonly ChangedFile[];
  readonly protectedFiles: readonly string[];
  readonly dependencies: readonly SetupOutput[];
};

/** Writes a new tree with the committed files. Throws UnsafePathError for a generated file that cannot be written there. */
export async function writeCellTree(tree: string, request: CellTreeRequest): Promise<void> {
  const { lay, version, content, dependencies } = request;
  await mkdir(tree);
  await lay(tree);
  switch (content.kind) {
    case 'committed':
      break;
    case 'emptied':
      await empty(tree, version.emptied);
      break;
    case 'generated':
      await empty(tree, version.emptied);
      await writeGenerated(tree, { files: content.files, dependencies });
      break;
  }
  await makeRealFolder(tree, version.spec.directory);
  await changeTests(tree, request);
}

/**
 * Writes the changed test files. All protected files get the same fresh time, changed or not: nothing shows which of them
 * were changed, and no cache that setup left takes one for the file that it knows.
 */
export async function changeTests(
  tree: string,
  { changed, protectedFiles }: Pick<CellTreeRequest, 'changed' | 'protectedFiles'>,
): Promise<void> {
  for (const { path, text } of changed) {
    if (!protectedFiles.includes(path)) throw new Error(`${path} is no protected file`);
    await writeFile(join(tree, path), text);
  }
  const now = new Date();
  // Without promises: they would take more time than the call itself.
  for (const path of protectedFiles) utimesSync(join(tree, path), now, now);
}

async function empty(tree: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await unlink(join(tree, path));
  await removeEmptyFolders(tree, paths);
}

/** Removes what is left empty around these paths: as in git, a folder exists only if it has files. */
export async function removeEmptyFolders(tree: string, paths: readonly string[]): Promise<void> {
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

/** Generated files to write, and what they must not replace. */
type ToWrite = {
  readonly files: readonly GeneratedFile[];
  readonly dependencies: readonly SetupOutput[];
  /** A folder whose content commands see together with these files. */
  readonly under?: string;
};

/** Writes generated files. Throws UnsafePathError for one that cannot be written there. */
export async function writeGenerated(tree: string, { files, dependencies, under }: ToWrite): Promise<void> {
  for (const { path, content } of files) {
    if (dependencies.some((entry) => isWithin(path, entry.path) || isWithin(entry.path, path)))
      throw new UnsafePathError(path, 'is where setup put a dependency');
    if (under !== undefined) await refuseTaken(under, path);
    await writeNewFile(tree, path, content);
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
