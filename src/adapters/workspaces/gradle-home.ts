import { lstat, mkdir, readdir, realpath, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keptGradle } from '../../ports/sandbox.ts';

/** Where the wrapper keeps its distributions: each beside a file that the wrapper locks, before it starts one. */
const distributions = 'wrapper/dists';

// What else of the folder tests find. The caches are no part of it: Gradle reads the modules in them as its read-only
// dependency cache, and writes the rest anew.
const linked = ['gradle.properties', 'init.gradle', 'init.gradle.kts', 'init.d', 'jdks'];

/**
 * Divides what Gradle left in HOME at setup into what tests only read and a small folder that each of them gets a copy
 * of, with links to the rest. Gradle fails where it cannot write into its folder, and the whole of it is too large to be
 * copied. Returns the small folder, if there is one.
 */
export async function divideGradleHome(home: string): Promise<readonly string[]> {
  const own = join(home, '.gradle');
  const kept = join(home, keptGradle);
  if ((await lstat(own).catch(() => null))?.isDirectory() !== true) return [];
  await rename(own, kept);
  await mkdir(own);
  const link = async (path: string): Promise<void> => {
    await mkdir(dirname(join(own, path)), { recursive: true });
    await symlink(join(kept, path), join(own, path));
  };
  for (const path of linked) if ((await namesIn(kept, '.')).includes(path)) await link(path);
  for (const path of await installed(kept)) await link(path);
  await unlockModules(kept);
  return [own];
}

/** Everything beside a distribution but its lock: `dists/NAME/DIGEST/ENTRY`. */
async function installed(kept: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const name of await namesIn(kept, distributions))
    for (const digest of await namesIn(kept, join(distributions, name)))
      for (const entry of await namesIn(kept, join(distributions, name, digest)))
        if (!entry.endsWith('.lck')) paths.push(join(distributions, name, digest, entry));
  return paths;
}

// As Gradle asks of whoever shares a cache: in it, a lock would be taken and the date of the last clean-up be written.
async function unlockModules(kept: string): Promise<void> {
  const modules = join(kept, 'caches/modules-2');
  // Setup may have made a link of it, to a folder that is not ours to change.
  const isOwn =
    (await realpath(modules).catch(() => null)) === join(await realpath(kept), 'caches/modules-2');
  for (const name of isOwn ? ['modules-2.lock', 'gc.properties'] : [])
    await rm(join(modules, name), { force: true });
}

async function namesIn(folder: string, path: string): Promise<readonly string[]> {
  return readdir(join(folder, path)).catch(() => []);
}
