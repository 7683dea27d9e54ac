import { pathRules } from '../../core/specs/writable.ts';
import type { Spec } from '../../core/specs/spec.ts';
import type { TreeEntry } from '../../ports/repository.ts';
import { parentsOf } from './setup-output.ts';

/** The regular files of a tree that no test run may change. */
export function protectedFilesOf(spec: Spec, tracked: readonly TreeEntry[]): readonly string[] {
  const { isProtected } = pathRules(spec);
  const files = tracked.filter(({ kind }) => kind === 'file' || kind === 'executable');
  return files.map(({ path }) => path).filter(isProtected);
}

/** All folders around these paths. */
export function foldersAround(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.flatMap((path) => parentsOf(path)));
}

/**
 * The protected files of a tree in as few paths as possible: a whole folder if it holds nothing else, otherwise single
 * files. `mixed`: the folders that hold something else.
 */
export function protectedPlaces(files: readonly string[], mixed: ReadonlySet<string>): readonly string[] {
  return [...new Set(files.map((path) => parentsOf(path).find((folder) => !mixed.has(folder)) ?? path))];
}
