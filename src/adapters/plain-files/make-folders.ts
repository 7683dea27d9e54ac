import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isErrno } from './safe-path.ts';

/**
 * Creates a folder at an absolute path and all that are missing around it. Returns these, the outermost first. Throws what
 * `mkdir` throws. Node's own `recursive` never ends below /proc, where a folder is told to be missing that is there.
 */
export async function makeFolders(path: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (let place = path; !(await isFolder(place)); place = dirname(place)) {
    missing.push(place);
    if (place === dirname(place)) break;
  }
  missing.reverse();
  for (const place of missing)
    await mkdir(place).catch(async (error: unknown) => {
      // Another process may make it at the same time.
      if (!isErrno(error, ['EEXIST']) || !(await isFolder(place))) throw error;
    });
  return missing;
}

async function isFolder(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => null);
  return status?.isDirectory() === true;
}
