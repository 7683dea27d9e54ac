import { parentsOf } from './setup-output.ts';

/** The protected files of a tree as the fewest paths: a folder where it holds nothing else, single files elsewhere. */
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
