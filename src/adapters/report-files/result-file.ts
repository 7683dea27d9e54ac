import { writeFileSync } from 'node:fs';
import { lstat, open, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../../errors.ts';
import { makeFolders } from '../plain-files/make-folders.ts';
import { replaceFile } from '../plain-files/replace-file.ts';
import { isErrno } from '../plain-files/safe-path.ts';
import { whyProtected, type Tracks } from '../plain-files/protected-place.ts';

/** Makes sure that a copy of result.json may and can be written to this absolute path; throws RESULT_NOT_WRITABLE. */
export async function openResultFile(path: string, tracks: Tracks): Promise<void> {
  const why = await whyProtected(path, tracks);
  if (why !== null)
    throw new UserError(
      'RESULT_NOT_WRITABLE',
      `\`--result ${path}\` ${why}, and a result would replace it. No model was asked.`,
      'Name a file that git neither tracks nor uses.',
    );
  try {
    makeFolders(dirname(path));
    // What is there stays until there is a result, and a check that ends before leaves no empty file.
    const isThere = (await lstat(path).catch(() => null)) !== null;
    await (await open(path, 'a')).close();
    if (!isThere) await unlink(path);
  } catch (error) {
    throw new UserError(
      'RESULT_NOT_WRITABLE',
      `\`--result ${path}\` cannot be written (${error instanceof Error ? error.message : String(error)}). No model was asked.`,
      'Name a file in a folder that you may write to.',
    );
  }
}

/** Writes the copy of result.json. Where that fails, the result of an earlier run stays. */
export async function writeResultFile(path: string, text: string): Promise<void> {
  makeFolders(dirname(path));
  const status = await lstat(path).catch(() => null);
  // A link stays one, and a pipe or a device such as /dev/stdout is written into.
  if (status !== null && !status.isFile()) return writeFile(path, text);
  try {
    await replaceFile(
      path,
      async (file) => writeFileSync(file, text),
      status === null ? 0o644 : status.mode & 0o777,
    );
  } catch (error) {
    // A file that may be written can lie in a folder that may not, or be mounted by itself into a container.
    if (status === null || !isErrno(error, ['EACCES', 'EPERM', 'EBUSY'])) throw error;
    await writeFile(path, text);
  }
}
