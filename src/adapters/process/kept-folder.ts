import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownUser } from './environment.ts';

/**
 * A folder of our user on this machine, for what later runs may use: no cache carries it elsewhere, and no sandbox
 * shows it. Absolute; it need not be there.
 */
export function keptFolder(purpose: string): string {
  return join(tmpdir(), `spec-portability-${purpose}-${ownUser().uid}`);
}

/** Makes the folder if it is not there, and says whether nobody but our user may write to it. */
export function makeOnlyOurs(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It is there, or cannot be made: the next line tells.
  }
  return isOnlyOurs(folder);
}

/** Whether this is a folder, no link, that nobody but our user may enter or write to. */
export function isOnlyOurs(folder: string): boolean {
  const status = lstatSync(folder, { throwIfNoEntry: false });
  return status?.isDirectory() === true && status.uid === ownUser().uid && (status.mode & 0o077) === 0;
}
