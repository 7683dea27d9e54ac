import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangedFile } from '../../core/controls/change.ts';
import type { GeneratedFile } from '../../core/generation/completion.ts';
import type { SpecVersion } from '../../core/specs/spec.ts';
import type { Content } from '../../ports/workspace.ts';
import type { LayTree } from './lay-again.ts';
import type { SetupOutput } from './setup-output.ts';
import { UnsafePathError } from '../../errors.ts';
import { makeRealFolder, refuseTaken, writeNewFile } from '../plain-files/safe-path.ts';

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
  mkdirSync(tree);
  await lay(tree, content.kind === 'committed' ? [] : version.emptied);
  if (content.kind === 'generated') await writeGenerated(tree, { files: content.files, dependencies });
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
    writeFileSync(join(tree, path), text);
  }
  const now = new Date();
  // Without promises: they would take more time than the call itself.
  for (const path of protectedFiles) utimesSync(join(tree, path), now, now);
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
