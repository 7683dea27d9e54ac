import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Tracks } from '../plain-files/protected-place.ts';
import { openRepository } from './git-repository.ts';

/** Asks the repository that a path lies in, whichever that is; without one nothing is tracked. */
export function trackedAnywhere(environment: Readonly<Record<string, string>>): Tracks {
  return async (path) => {
    try {
      const repository = await openRepository(await folderOf(path), environment);
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
