import { constants } from 'node:fs';
import { access, lstat, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { UserError, type ErrorCode } from '../../errors.ts';
import { makeFolders } from './make-folders.ts';
import { gitsOwn, whyProtected, type Tracks } from './protected-place.ts';
import { isErrno } from './safe-path.ts';
import { syncFolder } from './sync-folder.ts';

/** A folder that we write to, and what git knows about it. */
export type OwnPlace = {
  /** Absolute. */
  readonly directory: string;
  readonly tracks: Tracks;
};

/** What the folder is for, as a refusal says it. */
export type OwnUse = { readonly code: ErrorCode; readonly what: string; readonly input: string };

const ownFolder = '.spec-portability';
const entriesAtMost = 500_000;

/** Creates the folder. Refuses one that others could have filled: anyone who opens a pull request can commit links. */
export async function openOwnFolder(place: OwnPlace, use: OwnUse): Promise<void> {
  const { directory } = place;
  const around = await repositoryAround(directory);
  const why = (await whyUnsafe(place, around)) ?? (await whyNotMade(directory, around));
  if (why !== null) throw refusal(directory, use, why);
}

function refusal(directory: string, { code, what, input }: OwnUse, why: string): UserError {
  const otherwise = why === gitsOwn ? '' : ', or remove what is there';
  return new UserError(
    code,
    `the ${what} folder ${directory} ${why}.`,
    `Set \`${input}\` to a folder that git ignores and that only this action writes${otherwise}.`,
  );
}

async function whyUnsafe(
  { directory, tracks }: OwnPlace,
  repositoryRoot: string | null,
): Promise<string | null> {
  return (
    (repositoryRoot === null ? null : await linkBefore(directory, repositoryRoot)) ??
    ((await isLink(directory)) ? 'is a symbolic link' : null) ??
    (await whyProtected(directory, tracks)) ??
    (await fileOnTheWay(directory)) ??
    (await whatItHolds(directory))
  );
}

/** Creates the folder; returns why that cannot be, as a refusal says it. */
export async function whyNotMade(directory: string, repositoryRoot: string | null): Promise<string | null> {
  try {
    await makeFolder(directory, repositoryRoot);
    return null;
  } catch (error) {
    if (!isErrno(error, notAllowed)) throw error;
    return `cannot be written to (${String(error)})`;
  }
}

// ENOENT: below /proc nothing can be made.
const notAllowed = ['EACCES', 'EPERM', 'EROFS', 'ENAMETOOLONG', 'ENOENT'];

async function repositoryAround(directory: string): Promise<string | null> {
  for (let folder = dirname(directory); ; folder = dirname(folder)) {
    if ((await lstat(join(folder, '.git')).catch(() => null)) !== null) return folder;
    if (folder === dirname(folder)) return null;
  }
}

async function linkBefore(directory: string, repositoryRoot: string): Promise<string | null> {
  let parent = repositoryRoot;
  for (const name of relative(repositoryRoot, dirname(directory)).split(sep)) {
    parent = join(parent, name);
    if (parent !== repositoryRoot && (await isLink(parent)))
      return `lies behind the symbolic link ${relative(repositoryRoot, parent)}`;
  }
  return null;
}

/** A commit may hold a file at the place of the folder, or of one around it. */
async function fileOnTheWay(directory: string): Promise<string | null> {
  for (let place = directory; place !== dirname(place); place = dirname(place)) {
    const status = await stat(place).catch(() => null);
    if (status?.isDirectory() === true) return null;
    if (status !== null) return place === directory ? 'is a file' : `lies behind the file ${place}`;
  }
  return null;
}

async function whatItHolds(directory: string): Promise<string | null> {
  const waiting = [directory];
  let seen = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    seen += entries.length;
    if (seen > entriesAtMost) return `holds more than ${entriesAtMost} entries`;
    const link = entries.find((entry) => entry.isSymbolicLink());
    if (link !== undefined) return `holds the symbolic link ${relative(directory, join(folder, link.name))}`;
    waiting.push(...entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name)));
  }
  return null;
}

async function makeFolder(directory: string, repositoryRoot: string | null): Promise<void> {
  const names = repositoryRoot === null ? [] : relative(repositoryRoot, directory).split(sep);
  const at = names.indexOf(ownFolder);
  if (repositoryRoot !== null && at !== -1) {
    const own = join(repositoryRoot, ...names.slice(0, at + 1));
    const isNew = await makeDurably(own);
    // Nobody should commit what we write: a tracked folder would be refused.
    if (isNew) await writeFile(join(own, '.gitignore'), '*\n', { flag: 'wx' });
  }
  await makeDurably(directory);
  // One that another user made, on a runner that keeps its folders, is found before anything is spent.
  await access(directory, constants.W_OK);
}

// What is written into a folder is lost in a crash with the folder itself.
async function makeDurably(directory: string): Promise<boolean> {
  const made = makeFolders(directory);
  for (const folder of made) await syncFolder(dirname(folder));
  return made.length > 0;
}

async function isLink(path: string): Promise<boolean> {
  const status = await lstat(path).catch(() => null);
  return status?.isSymbolicLink() === true;
}
