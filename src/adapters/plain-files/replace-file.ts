import { randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diskError } from './disk-error.ts';
import { isErrno } from './safe-path.ts';

/** Name of a file that is still being written. One that is found later was left by an interrupted write. */
export const temporaryName = /^\.[0-9a-f-]{36}\.tmp$/;

/**
 * Puts a new file in the place of whatever is at this absolute path, in one step: the half of one is never there, and
 * none is left where writing fails. `write` gets the descriptor of the file. Throws DISK_NOT_WRITABLE where the disk is
 * full.
 */
// Without promises: for each of these small calls the pool of threads would take more time than the call itself.
export async function replaceFile(
  target: string,
  write: (file: number) => Promise<void>,
  mode = 0o644,
): Promise<void> {
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
  const flags = constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW | constants.O_WRONLY;
  try {
    const file = openSync(temporary, flags, mode);
    try {
      await write(file);
    } finally {
      closeSync(file);
    }
    move(temporary, target);
  } catch (error) {
    unlinkIfThere(temporary);
    throw diskError(error, target) ?? error;
  }
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // We never create a folder here.
    if (!isErrno(error, ['EISDIR'])) throw error;
    rmSync(to, { recursive: true, force: true });
    renameSync(from, to);
  }
}

/** Removes a file or a link; one that cannot be removed stays. */
export function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // What is done next, or was done before, says why.
  }
}
