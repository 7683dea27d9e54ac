import { lstat, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Repository } from '../../ports/repository.ts';
import type { Tracks } from '../plain-files/protected-place.ts';
import { openRepository } from './git-repository.ts';

/**
 * Asks the repository that a path lies in, whichever that is; without one nothing is tracked. `known`: one that is open
 * already.
 */
export function trackedAnywhere(
  environment: Readonly<Record<string, string>>,
  known: Repository | null = null,
): Tracks {
  return async (path) => {
    const folder = await folderOf(path);
    const root = await rootAround(folder);
    // Below no `.git` git finds nothing either, or a folder of its own, which tracks nothing.
    if (root === null) return false;
    if (root === known?.root) return known.tracks(path);
    try {
      const repository = await openRepository(folder, environment);
      return await repository.tracks(path);
    } catch (error) {
      if (error instanceof UserError) return false;
      throw error;
    }
  };
}

/** The path itself where it is a folder, or the nearest folder above it. */
async function folderOf(path: string): Promise<string> {
  for (let place = path; place !== dirname(place); place = dirname(place))
    if ((await stat(place).catch(() => null))?.isDirectory() === true) return place;
  return '/';
}

/** The nearest folder with a `.git` in it. */
async function rootAround(folder: string): Promise<string | null> {
  for (let place = folder; ; place = dirname(place)) {
    if ((await lstat(join(place, '.git')).catch(() => null)) !== null) return place;
    if (place === dirname(place)) return null;
  }
}
