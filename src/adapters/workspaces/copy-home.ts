import { mkdir, readdir, readlink, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { copiedAtMost, copyWhole, copySizeUpTo } from './copy-small.ts';
import { inside } from '../plain-files/inside.ts';
import { isNamed } from './setup-output.ts';
import { isErrno } from '../plain-files/safe-path.ts';

/** One thing that setup left in its HOME, and how a workspace's own HOME gets it. */
export type HomePart = { readonly path: string; readonly how: 'folder' | 'copy' | 'relink' | 'link' };

/** How deep a heavy folder is taken apart: `.cache/pip` is reached by a link, `.cache` itself is each workspace's own. */
const depthAtMost = 2;

/**
 * How every workspace gets a HOME of its own with what setup left in it: the light things as copies, so that no run
 * finds what another one wrote; what is heavy (caches of package managers) by links to the one that setup filled.
 */
export async function planHome(home: string): Promise<readonly HomePart[]> {
  let { bytes, entries } = copiedAtMost;
  const visit = async (folder: string, depth: number): Promise<HomePart[]> => {
    const parts: HomePart[] = [];
    const children = await readdir(join(home, folder), { withFileTypes: true }).catch(() => []);
    for (const child of children.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
      if (!isNamed(child.name)) continue;
      const path = join(folder, child.name);
      if (child.isSymbolicLink()) {
        parts.push({ path, how: 'relink' });
        continue;
      }
      if (!child.isFile() && !child.isDirectory()) continue;
      const weight = await copySizeUpTo(join(home, path), { bytes, entries });
      if (weight !== null) {
        bytes -= weight.bytes;
        entries -= weight.entries;
        parts.push({ path, how: 'copy' });
      } else if (child.isDirectory() && depth < depthAtMost)
        parts.push({ path, how: 'folder' }, ...(await visit(path, depth + 1)));
      else parts.push({ path, how: 'link' });
    }
    return parts;
  };
  return visit('', 1);
}

/** Makes the HOME of one workspace. */
export async function copyHome(from: string, parts: readonly HomePart[], to: string): Promise<void> {
  await mkdir(to);
  for (const part of parts) {
    try {
      await layPart(from, part, to);
    } catch (error) {
      // Some run reached through a link and took it away; what is left of HOME is still worth having.
      if (!isErrno(error, ['ENOENT', 'ENOTDIR'])) throw error;
    }
  }
}

async function layPart(from: string, { path, how }: HomePart, to: string): Promise<void> {
  switch (how) {
    case 'folder':
      await mkdir(join(to, path));
      return;
    case 'copy':
      await copyWhole(join(from, path), join(to, path));
      return;
    case 'relink':
      await symlink(await targetOf(from, path), join(to, path));
      return;
    case 'link':
      await symlink(join(from, path), join(to, path));
      return;
  }
}

// A relative link out of HOME would lead elsewhere from another place.
async function targetOf(home: string, path: string): Promise<string> {
  const target = await readlink(join(home, path));
  const absolute = resolve(dirname(join(home, path)), target);
  return inside(home, absolute) === null ? absolute : target;
}
