import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rename, rm, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskError } from './disk-error.ts';
import { isErrno } from './safe-path.ts';

/** Name of a file that is still being written. One that is found later was left by an interrupted write. */
export const temporaryName = /^\.[0-9a-f-]{36}\.tmp$/;

/**
 * Puts a new file in the place of whatever is at this absolute path, in one step: the half of one is never there, and
 * none is left where writing fails. Throws DISK_NOT_WRITABLE where the disk is full.
 */
export async function replaceFile(
  target: string,
  write: (file: FileHandle) => Promise<void>,
  mode = 0o644,
): Promise<void> {
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
  const flags = constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW | constants.O_WRONLY;
  try {
    const file = await open(temporary, flags, mode);
    try {
      await write(file);
    } finally {
      await file.close();
    }
    await rename(temporary, target).catch(async (error: unknown) => {
      // We never create a folder here.
      if (!isErrno(error, ['EISDIR'])) throw error;
      await rm(target, { recursive: true, force: true });
      await rename(temporary, target);
    });
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw diskError(error, target) ?? error;
  }
}
