import { lstat, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Whether git tracks an absolute path or anything below it. */
export type Tracks = (path: string) => Promise<boolean>;

/** What is said of a place where nobody may be told to remove what is there. */
export const gitsOwn = 'lies in a folder of git itself';

/**
 * Why nothing of ours may be written to this absolute path, as a refusal says it: what git tracks, or keeps for itself,
 * would be lost. Links are followed. null = nothing speaks against it.
 */
export async function whyProtected(path: string, tracks: Tracks): Promise<string | null> {
  // The real path is looked at too: `/somewhere/link/records` may lead into the repository.
  for (const place of new Set([path, await realOf(path, mostLinks)])) {
    if (await isInGitFolder(place)) return gitsOwn;
    if (await tracks(place)) return 'is tracked by git';
  }
  return null;
}

/** Whether git keeps its own files there: below `.git`, or below a folder that another `.git` points to. */
async function isInGitFolder(path: string): Promise<boolean> {
  for (let place = path; place !== dirname(place); place = dirname(place)) {
    if (basename(place).toLowerCase() === '.git' || (await isGitFolder(place))) return true;
    // A checkout that lies inside a folder of git, as some keep their worktrees.
    if (await isThere(join(place, '.git'))) return false;
  }
  return false;
}

// By these three git itself knows such a folder.
async function isGitFolder(folder: string): Promise<boolean> {
  for (const name of ['HEAD', 'objects', 'refs']) if (!(await isThere(join(folder, name)))) return false;
  return true;
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}

// As many as Linux follows.
const mostLinks = 40;

/** The real path of the part that exists; the rest stays as it is written. */
async function realOf(path: string, linksLeft: number): Promise<string> {
  const real = await realpath(path).catch(() => null);
  if (real !== null) return real;
  const target = linksLeft > 0 ? await readlink(path).catch(() => null) : null;
  // To write through a link whose target is missing makes the target.
  if (target !== null) return realOf(resolve(dirname(path), target), linksLeft - 1);
  const parent = dirname(path);
  return parent === path ? path : join(await realOf(parent, linksLeft), basename(path));
}
