import { lstat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { SpecVersion } from '../../core/specs/spec.ts';
import { UnsafePathError, UserError } from '../../errors.ts';
import { makeRealFolder } from '../plain-files/safe-path.ts';
import { copiedAtMost, copySizeUpTo } from './copy-small.ts';
import type { SetUpTree } from './set-up-tree.ts';
import type { SetupOutput } from './setup-output.ts';

/**
 * Folders inside dependencies that a test may write into, as paths of the tree; each run gets its own copy. Besides
 * those of `writable-deps` they are the caches that runners keep beside what is installed: Vitest 1 and 2 fail without
 * one. They are made here, because something has to be there to be mounted over.
 */
export async function makeWritablePlaces(
  { spec }: SpecVersion,
  { store }: SetUpTree,
  dependencies: readonly SetupOutput[],
): Promise<readonly string[]> {
  const asked = spec.writableDeps.map((path) => posix.join(spec.directory, path));
  const caches = nearest(dependencies, spec.directory)
    .flatMap((folder) => cachesBeside.map((name) => `${folder}/${name}`))
    .filter((place) => !asked.some((path) => isWithin(place, path)));
  const places = [...asked];
  for (const place of caches) if (await isOwnAndSmall(join(store, place))) places.push(place);
  for (const place of places)
    if (dependencies.some(({ path }) => isWithin(place, path))) await makePlace(spec, store, place);
  return places;
}

async function makePlace(spec: SpecVersion['spec'], store: string, place: string): Promise<void> {
  try {
    await makeRealFolder(store, place);
  } catch (error) {
    if (!(error instanceof UnsafePathError)) throw error;
    throw new UserError(
      'CONFIG_INVALID',
      `\`writable-deps\` of spec ${spec.name} names ${error.message} after \`setup\`.`,
      'Name the folder itself that the tests write into, by a way without links.',
    );
  }
}

/** Results of Vitest, compiled configuration of Vite, and what tools that follow find-cache-dir keep. */
const cachesBeside = ['.vite', '.vite-temp', '.cache'];

// Each is a file system in memory, so that a workspace of fifty packages must not have one for each.
const foldersAtMost = 2;

/** The `node_modules` that a command in this directory finds first. */
function nearest(dependencies: readonly SetupOutput[], directory: string): readonly string[] {
  const distance = (path: string): number => {
    const around = posix.dirname(path);
    if (around === '.' || isWithin(directory, around)) return directory.length - around.length;
    return directory.length + path.length;
  };
  return dependencies
    .filter(({ kind, path }) => kind === 'folder' && posix.basename(path) === 'node_modules')
    .map(({ path }) => path)
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, foldersAtMost);
}

// It is copied for each run. A link stays what setup made of it: nothing can be mounted over one.
async function isOwnAndSmall(place: string): Promise<boolean> {
  const status = await lstat(place).catch(() => null);
  if (status === null) return true;
  return status.isDirectory() && (await copySizeUpTo(place, copiedAtMost)) !== null;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
