import { judgingParts, withBaseParts } from '../../core/specs/judging-parts.ts';
import { isMixed } from '../../core/specs/steering-names.ts';
import type { Repository, Replacement, TreeEntry } from '../../ports/repository.ts';

/** The files of two commits by their paths. */
export type Listings = {
  readonly base: ReadonlyMap<string, TreeEntry>;
  readonly head: ReadonlyMap<string, TreeEntry>;
};

/** One file that judges and differs: what a reader is told, and what replaces it; null where nothing can. */
export type Altered = { readonly said: string; readonly replacement: Replacement | null };

/** Compares one file of two commits; null where its judging parts are the same. */
export async function alteredIn(
  repository: Repository,
  { base, head }: Listings,
  path: string,
): Promise<Altered | null> {
  const [before, after] = [base.get(path), head.get(path)];
  if (isOdd(before) || isOdd(after) || isInTheWay(head, path))
    return { said: `${path} (a link or a folder)`, replacement: null };
  if (isMixed(path)) {
    const divided = await dividedIn(repository, { path, before, after });
    if (divided !== 'whole') return divided;
  }
  if (before === undefined)
    return { said: `${path} (new)`, replacement: { path, content: null, isExecutable: false } };
  const content = await repository.readBlob(before.oid);
  return {
    said: after === undefined ? `${path} (deleted)` : path,
    replacement: { path, content, isExecutable: before.kind === 'executable' },
  };
}

function isOdd(entry: TreeEntry | undefined): boolean {
  return entry?.kind === 'symlink' || entry?.kind === 'submodule';
}

// A file cannot stand where the head has a folder, or below one of its files or links.
function isInTheWay(head: Listings['head'], path: string): boolean {
  if (path.includes('\\')) return true;
  const parts = path.split('/');
  const parents = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
  return (
    parents.some((parent) => head.has(parent)) || [...head.keys()].some((each) => each.startsWith(`${path}/`))
  );
}

/** Only the parts that judge; null where they are the same on both sides. */
async function dividedIn(
  repository: Repository,
  of: {
    readonly path: string;
    readonly before: TreeEntry | undefined;
    readonly after: TreeEntry | undefined;
  },
): Promise<Altered | null | 'whole'> {
  const { path, before, after } = of;
  // A file without any part that judges says as much as no file.
  if (after === undefined) return 'whole';
  const texts = {
    base:
      before === undefined
        ? (emptyTexts.get(path.replace(/^.*\./, '')) ?? '')
        : await textOf(repository, before),
    head: await textOf(repository, after),
  };
  const parts = { base: judgingParts(path, texts.base), head: judgingParts(path, texts.head) };
  if (parts.base === null || parts.head === null) return 'whole';
  const names = [...new Set([...parts.base.keys(), ...parts.head.keys()])];
  const changed = names.filter((name) => parts.base?.get(name) !== parts.head?.get(name));
  if (changed.length === 0) return null;
  const text = withBaseParts(path, texts);
  if (text === null) return 'whole';
  const content = new TextEncoder().encode(text);
  const said = `${path} (${changed.slice(0, 5).join(', ')}${changed.length > 5 ? ', …' : ''})`;
  return { said, replacement: { path, content, isExecutable: after.kind === 'executable' } };
}

const emptyTexts: ReadonlyMap<string, string> = new Map([['json', '{}']]);

/** The text of a file. */
export async function textOf(repository: Repository, { oid }: TreeEntry): Promise<string> {
  return new TextDecoder().decode(await repository.readBlob(oid));
}
