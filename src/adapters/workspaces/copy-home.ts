import { mkdirSync } from 'node:fs';
import { mkdir, readdir, readlink, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { copiedAtMost, copyWhole, copySizeUpTo } from './copy-small.ts';
import { inside } from '../plain-files/inside.ts';
import { isNamed } from './setup-output.ts';
import { isErrno } from '../plain-files/safe-path.ts';

/** One thing that setup left in its HOME, and how a workspace's own HOME gets it. */
export type HomePart = { readonly path: string; readonly how: 'folder' | 'copy' | 'relink' | 'link' };

/** Depth at which a large folder becomes a link: `.cache/pip` is a link, but each workspace has its own `.cache`. */
const depthAtMost = 2;

/**
 * How every workspace gets its own HOME with the output of setup. Small things are copied, so that no run finds what
 * another run wrote. Large things (caches of package managers) are links to the HOME that setup filled.
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
  mkdirSync(to);
  for (const part of parts) {
    try {
      await layPart(from, part, to);
    } catch (error) {
      // A run deleted it through a link. The rest of HOME is still useful.
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

// A relative link that leaves HOME would point to another target from a new place.
async function targetOf(home: string, path: string): Promise<string> {
  const target = await readlink(join(home, path));
  const absolute = resolve(dirname(join(home, path)), target);
  return inside(home, absolute) === null ? absolute : target;
}
