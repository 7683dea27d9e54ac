import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isErrno } from './safe-path.ts';

/**
 * Creates a folder at an absolute path and all that are missing around it. Returns these, the outermost first. Throws what
 * `mkdir` throws. Node's own `recursive` never ends below /proc, where a folder is told to be missing that is there.
 */
export function makeFolders(path: string): readonly string[] {
  const missing: string[] = [];
  for (let place = path; !isFolder(place); place = dirname(place)) {
    missing.push(place);
    if (place === dirname(place)) break;
  }
  missing.reverse();
  for (const place of missing) {
    try {
      mkdirSync(place);
    } catch (error) {
      // Another process may make it at the same time.
      if (!isErrno(error, ['EEXIST']) || !isFolder(place)) throw error;
    }
  }
  return missing;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}
