import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrno } from '../plain-files/safe-path.ts';
import type { WriteArea } from './write-area.ts';

/** A path that setup left in the tree and git does not track; of a folder, everything below it. */
export type SetupOutput = { readonly path: string; readonly kind: 'folder' | 'file' | 'link' };

/** The output of setup, by who may write its place. */
export type SetupOutputByOwner = {
  readonly dependencies: readonly SetupOutput[];
  /** Under `writes`: the model has to write these, so they are not put into workspaces. */
  readonly underWrites: readonly SetupOutput[];
};

/** Folders with installed packages, even inside a package that the model writes. */
const installed = /^(?:node_modules|\.venv|venv|__pypackages__|.+\.(?:egg|dist)-info)$/;

/** Topmost paths of the tree that git does not track. */
export async function setupOutput(tree: string, tracked: readonly string[]): Promise<readonly SetupOutput[]> {
  const files = new Set(tracked);
  const folders = new Set(tracked.flatMap((path) => parentsOf(path)));
  const visit = async (folder: string): Promise<SetupOutput[]> => {
    const found: SetupOutput[] = [];
    for (const entry of await childrenOf(tree, folder)) {
      if (folders.has(entry.path) && entry.kind === 'folder') found.push(...(await visit(entry.path)));
      else if (!folders.has(entry.path) && !files.has(entry.path)) found.push(entry);
    }
    return found;
  };
  return visit('');
}

/** Splits the output of setup into the dependencies of every workspace and what is under `writes`. */
export async function splitByWrites(
  tree: string,
  left: readonly SetupOutput[],
  area: WriteArea,
): Promise<SetupOutputByOwner> {
  const visit = async (entry: SetupOutput): Promise<SetupOutputByOwner> => {
    const isInstalled = entry.kind === 'folder' && installed.test(nameOf(entry.path));
    if (isInstalled) return { dependencies: [entry], underWrites: [] };
    if (area.covers(entry.path)) return splitCovered(tree, entry, visit);
    if (entry.kind !== 'folder' || !area.reachesInto(entry.path))
      return { dependencies: [entry], underWrites: [] };
    const parts = await partEach(await childrenOf(tree, entry.path), visit);
    return parts.underWrites.length === 0 ? { dependencies: [entry], underWrites: [] } : parts;
  };
  return partEach(left, visit);
}

/** A folder under `writes` may contain an installed one, such as `packages/a/node_modules` under `packages/a/**`. */
async function splitCovered(
  tree: string,
  entry: SetupOutput,
  visit: (child: SetupOutput) => Promise<SetupOutputByOwner>,
): Promise<SetupOutputByOwner> {
  if (entry.kind !== 'folder') return { dependencies: [], underWrites: [entry] };
  const parts = await partEach(await childrenOf(tree, entry.path), visit);
  return parts.dependencies.length === 0 ? { dependencies: [], underWrites: [entry] } : parts;
}

async function partEach(
  entries: readonly SetupOutput[],
  visit: (entry: SetupOutput) => Promise<SetupOutputByOwner>,
): Promise<SetupOutputByOwner> {
  const dependencies: SetupOutput[] = [];
  const underWrites: SetupOutput[] = [];
  for (const entry of entries) {
    const parts = await visit(entry);
    dependencies.push(...parts.dependencies);
    underWrites.push(...parts.underWrites);
  }
  return { dependencies, underWrites };
}

async function childrenOf(tree: string, folder: string): Promise<readonly SetupOutput[]> {
  const entries = await readdir(join(tree, folder), { withFileTypes: true }).catch((error: unknown) => {
    // So deep that no path leads there: nothing in it can be named, and so nothing in it is used.
    if (isErrno(error, ['ENAMETOOLONG'])) return [];
    throw error;
  });
  return entries
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const kind = kindOf(entry);
      // Python finds compiled files only by time and size of their source, so it could use those of another cell.
      if (kind === null || entry.name === '.git' || entry.name === '__pycache__') return [];
      if (!isNamed(entry.name)) return [];
      return [{ path: folder === '' ? entry.name : `${folder}/${entry.name}`, kind }];
    });
}

function kindOf(entry: Dirent): SetupOutput['kind'] | null {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  return entry.isSymbolicLink() ? 'link' : null;
}

/** Whether the name is UTF-8; any other is read with replacement characters, and no path leads to it. */
export function isNamed(name: string): boolean {
  return !name.includes('\uFFFD');
}

/** The folders around a path, the outermost first. */
export function parentsOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
