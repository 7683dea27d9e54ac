import { atOnce } from '../../core/at-once.ts';
import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, readlink, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { TreeEntry } from '../../ports/repository.ts';
import { inside } from '../plain-files/inside.ts';
import type { SetupOutput } from './setup-output.ts';
import { readPlainFile } from '../plain-files/read-plain-file.ts';

/** What was found in the output of setup. */
export type Findings = {
  /** Where the output points back into the tree, except to other output; null = nowhere. */
  readonly pointsIntoTree: string | null;
  /** From the git object id of a tracked file to the place of a copy that setup made of it. */
  readonly copies: ReadonlyMap<string, string>;
};

/** Where to look. `tree` and `home` are real paths. */
export type SearchRequest = {
  readonly tree: string;
  readonly home: string;
  readonly left: readonly SetupOutput[];
  readonly tracked: readonly TreeEntry[];
};

const fileCapBytes = 1024 * 1024;
const filesAtMost = 200_000;
/** Shorter files (licence lines, an empty `__init__.py`) may be equal by chance. */
const copyFromBytes = 64;
/** Files with which Python's installers point to a folder that is installed in place. */
const pythonPointer = /\.pth$|\.egg-link$|^direct_url\.json$|^__editable__/;

/** Searches the output of setup and its HOME for links and texts that point into the tree, and so to committed code. */
export async function searchLeft(request: SearchRequest): Promise<Findings> {
  const found: Found = { links: [], files: [] };
  for (const entry of request.left) {
    const path = join(request.tree, entry.path);
    if (entry.kind === 'folder') await walk(path, found);
    else (entry.kind === 'link' ? found.links : found.files).push(path);
  }
  const inHome: Found = { links: [], files: [] };
  await walk(request.home, inHome);
  const pointers = inHome.files.filter((path) => pythonPointer.test(path.slice(path.lastIndexOf('/') + 1)));
  if (Math.max(found.files.length, inHome.files.length) >= filesAtMost)
    return { pointsIntoTree: 'it left too many files to look through', copies: new Map() };
  const link = await firstLinkBack(request, [...found.links, ...inHome.links]);
  const texts = await searchTexts(request, [...found.files, ...pointers]);
  return { pointsIntoTree: link ?? texts.mention, copies: texts.copies };
}

type Found = { readonly links: string[]; readonly files: string[] };

async function walk(folder: string, found: Found): Promise<void> {
  const waiting = [folder];
  for (
    let place = waiting.pop();
    place !== undefined && found.files.length < filesAtMost;
    place = waiting.pop()
  ) {
    const entries: readonly Dirent[] = await readdir(place, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(place, entry.name);
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isSymbolicLink()) found.links.push(path);
      else if (entry.isFile()) found.files.push(path);
    }
  }
}

async function firstLinkBack(request: SearchRequest, links: readonly string[]): Promise<string | null> {
  for (const link of links) {
    const target = resolve(dirname(link), await readlink(link));
    const real = await realpath(link).catch(() => target);
    if (leadsBack(request, target) || leadsBack(request, real))
      return `the link ${shortOf(request, link)} leads into it`;
  }
  return null;
}

function leadsBack({ tree, left }: SearchRequest, target: string): boolean {
  // A link to a parent folder of the tree points into the tree too.
  if (inside(target, tree) !== null) return true;
  const way = inside(tree, target);
  return way !== null && !left.some((entry) => way === entry.path || way.startsWith(`${entry.path}/`));
}

async function searchTexts(
  request: SearchRequest,
  paths: readonly string[],
): Promise<{ readonly mention: string | null; readonly copies: ReadonlyMap<string, string> }> {
  const needle = Buffer.from(request.tree);
  const sizes = new Set(request.tracked.filter(({ size }) => size >= copyFromBytes).map(({ size }) => size));
  const hash = request.tracked[0]?.oid.length === 64 ? 'sha256' : 'sha1';
  const copies = new Map<string, string>();
  let mention: string | null = null;
  const waiting = [...paths].toReversed();
  const work = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const file = await readPlainFile(path, fileCapBytes);
      if (file.kind !== 'read') continue;
      if (file.bytes.includes(needle)) mention ??= `${shortOf(request, path)} names its path`;
      if (sizes.has(file.bytes.length)) copies.set(blobId(hash, file.bytes), shortOf(request, path));
    }
  };
  await atOnce(Array.from({ length: 16 }), work);
  return { mention, copies };
}

function blobId(hash: 'sha1' | 'sha256', bytes: Buffer): string {
  return createHash(hash).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function shortOf({ tree, home }: SearchRequest, path: string): string {
  return inside(tree, path) ?? `~/${inside(home, path) ?? path}`;
}
