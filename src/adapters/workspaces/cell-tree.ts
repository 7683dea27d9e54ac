import { mkdir, rmdir, unlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ChangedFile } from '../../core/controls/change.ts';
import type { GeneratedFile } from '../../core/generation/completion.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { pathRules } from '../../core/specs/writable.ts';
import type { TreeEntry } from '../../ports/repository.ts';
import type { Content } from '../../ports/workspace.ts';
import type { LayTree } from './lay-tree.ts';
import type { SetupOutput } from './setup-output.ts';
import { UnsafePathError } from '../../errors.ts';
import { isErrno, makeRealFolder, writeNewFile } from '../plain-files/safe-path.ts';

/** A tree to make: its commit, the files under `writes`, and the paths where dependencies are put later. */
export type CellTreeRequest = {
  readonly lay: LayTree;
  readonly version: SpecVersion;
  readonly content: Content;
  /** Test files that get another text than committed. */
  readonly changed: readonly ChangedFile[];
  readonly tracked: readonly TreeEntry[];
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
      await writeGenerated(tree, content.files, dependencies);
      break;
  }
  await makeRealFolder(tree, version.spec.directory);
  await change(tree, request);
}

/**
 * Writes the changed test files. All protected files get the same fresh time, changed or not: nothing shows which of them
 * were changed, and no cache that setup left takes one for the file that it knows.
 */
async function change(tree: string, { version, changed, tracked }: CellTreeRequest): Promise<void> {
  const { isProtected } = pathRules(version.spec);
  const isFile = ({ kind }: TreeEntry): boolean => kind === 'file' || kind === 'executable';
  const kept = tracked.filter((entry) => isFile(entry) && isProtected(entry.path)).map(({ path }) => path);
  for (const { path, text } of changed) {
    if (!kept.includes(path)) throw new Error(`${path} is no protected file`);
    await writeFile(join(tree, path), text);
  }
  const now = new Date();
  for (const path of kept) await utimes(join(tree, path), now, now);
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
