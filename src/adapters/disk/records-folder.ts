import { lstat, mkdir, readdir, realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { UserError } from '../../errors.ts';

/** A folder for records and what git knows about it. */
export type RecordsPlace = {
  /** Absolute. */
  readonly directory: string;
  /** Whether git tracks the absolute path or anything below it. */
  readonly tracks: (path: string) => Promise<boolean>;
};

const ownFolder = '.spec-portability';
const entriesAtMost = 500_000;

/** Makes the folder, or refuses one that others could have filled: RECORDS_FOLDER_UNSAFE. */
export async function openRecordsFolder({ directory, tracks }: RecordsPlace): Promise<void> {
  const repositoryRoot = await repositoryAround(directory);
  if (repositoryRoot !== null) await refuseBehindLink(directory, repositoryRoot);
  if (await isLink(directory)) throw unsafe(directory, 'is a symbolic link');
  // By its real path too: `/somewhere/link/records` may lead into the repository.
  for (const path of new Set([directory, await realOf(directory)]))
    if (await tracks(path)) throw unsafe(directory, 'is tracked by git');
  const link = await firstLink(directory);
  if (link !== null) throw unsafe(directory, `holds the symbolic link ${relative(directory, link)}`);
  await makeFolder(directory, repositoryRoot);
}

async function repositoryAround(directory: string): Promise<string | null> {
  for (let folder = dirname(directory); ; folder = dirname(folder)) {
    if ((await lstat(join(folder, '.git')).catch(() => null)) !== null) return folder;
    if (folder === dirname(folder)) return null;
  }
}

async function refuseBehindLink(directory: string, repositoryRoot: string): Promise<void> {
  let parent = repositoryRoot;
  for (const name of relative(repositoryRoot, dirname(directory)).split(sep)) {
    parent = join(parent, name);
    if (parent !== repositoryRoot && (await isLink(parent)))
      throw unsafe(directory, `lies behind the symbolic link ${relative(repositoryRoot, parent)}`);
  }
}

/** The real path of what exists of it, the rest as it is written. */
async function realOf(path: string): Promise<string> {
  const parent = dirname(path);
  return realpath(path).catch(async () =>
    parent === path ? path : join(await realOf(parent), basename(path)),
  );
}

async function firstLink(directory: string): Promise<string | null> {
  const waiting = [directory];
  let seen = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    seen += entries.length;
    if (seen > entriesAtMost) throw unsafe(directory, `holds more than ${entriesAtMost} entries`);
    const link = entries.find((entry) => entry.isSymbolicLink());
    if (link !== undefined) return join(folder, link.name);
    waiting.push(...entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name)));
  }
  return null;
}

async function makeFolder(directory: string, repositoryRoot: string | null): Promise<void> {
  if (repositoryRoot !== null && relative(repositoryRoot, directory).split(sep)[0] === ownFolder) {
    const own = join(repositoryRoot, ownFolder);
    const isNew = (await mkdir(own, { recursive: true })) !== undefined;
    // Nobody is meant to commit records, and a tracked records folder is refused.
    if (isNew) await writeFile(join(own, '.gitignore'), '*\n', { flag: 'wx' });
  }
  await mkdir(directory, { recursive: true });
}

async function isLink(path: string): Promise<boolean> {
  const status = await lstat(path).catch(() => null);
  return status?.isSymbolicLink() === true;
}

function unsafe(directory: string, why: string): UserError {
  return new UserError(
    'RECORDS_FOLDER_UNSAFE',
    `the records folder ${directory} ${why}.`,
    'Name a folder that only this action writes (input `records`), and remove what is there.',
  );
}
