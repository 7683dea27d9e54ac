import { parentsOf } from './setup-output.ts';

/**
 * The protected files of a tree in as few paths as possible: a whole folder if it holds nothing else, otherwise single
 * files.
 */
export function protectedPlaces(
  paths: readonly string[],
  isProtected: (path: string) => boolean,
): readonly string[] {
  const mixed = new Set<string>();
  const kept: string[] = [];
  for (const path of paths) {
    if (isProtected(path)) kept.push(path);
    else for (const folder of parentsOf(path)) mixed.add(folder);
  }
  return [...new Set(kept.map((path) => parentsOf(path).find((folder) => !mixed.has(folder)) ?? path))];
}
