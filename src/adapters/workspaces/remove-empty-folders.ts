import { rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isErrno } from '../plain-files/safe-path.ts';

/** Removes what is left empty around these paths: as in git, a folder exists only if it has files. */
export function removeEmptyFolders(tree: string, paths: readonly string[]): void {
  for (const folder of new Set(paths.map((path) => dirname(path)))) removeWhileEmpty(tree, folder);
}

function removeWhileEmpty(tree: string, folder: string): void {
  for (let place = folder; place !== '.'; place = dirname(place)) {
    try {
      rmdirSync(join(tree, place));
    } catch (error) {
      if (isErrno(error, ['ENOENT'])) continue;
      if (isErrno(error, ['ENOTEMPTY', 'EEXIST'])) return;
      throw error;
    }
  }
}
