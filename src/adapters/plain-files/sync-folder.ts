import { closeSync, constants, openSync } from 'node:fs';
import { diskSyncs } from './disk-syncs.ts';
import { isErrno } from './safe-path.ts';

// By folder: the sync that runs, and the one that is asked for and has not begun.
const running = new Map<string, Promise<void>>();
const waiting = new Map<string, Promise<void>>();

/**
 * Brings what a folder lists now to disk: files that were moved into it, folders that were made in it. Whoever asks
 * while a sync of the same folder runs shares the next one.
 */
export function syncFolder(folder: string): Promise<void> {
  const next = waiting.get(folder) ?? syncNext(folder);
  waiting.set(folder, next);
  return next;
}

async function syncNext(folder: string): Promise<void> {
  // Whoever asked for that one hears of its error.
  await running.get(folder)?.catch(() => undefined);
  waiting.delete(folder);
  const sync = syncNow(folder);
  running.set(folder, sync);
  try {
    await sync;
  } finally {
    if (running.get(folder) === sync) running.delete(folder);
  }
}

async function syncNow(folder: string): Promise<void> {
  const opened = openIfReadable(folder);
  if (opened === null) return;
  try {
    await diskSyncs.folder(opened);
  } finally {
    closeSync(opened);
  }
}

function openIfReadable(folder: string): number | null {
  try {
    return openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  } catch (error) {
    // There are folders that may be written to and not read, and these cannot be synced.
    if (isErrno(error, ['EACCES'])) return null;
    throw error;
  }
}
