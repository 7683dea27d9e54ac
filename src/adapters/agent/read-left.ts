import { readFile } from 'node:fs/promises';
import type { LeftFile } from '../../core/generation/left-files.ts';
import { answerLimits } from '../../core/generation/path-rules.ts';
import type { TextFile } from '../../core/specs/spec.ts';
import { mostListBytes } from '../../ports/sandbox.ts';
import { readFileBelow } from '../plain-files/read-plain-file.ts';
import { readList } from './read-list.ts';

/** What an agent left besides the files that were laid for it. */
export type Left = {
  readonly left: readonly LeftFile[];
  /** The text of each regular file among them; null = it is not UTF-8, or did not come out. */
  readonly texts: ReadonlyMap<string, string | null>;
  /** Paths of laid files that it removed. */
  readonly removed: readonly string[];
};

/** Reads what came out of a box; null if nobody knows what was in it at the end. */
export async function readLeft(
  { list, brought }: { readonly list: string; readonly brought: string },
  laid: readonly TextFile[],
): Promise<Left | 'unknown' | 'too-many'> {
  const bytes = await readFile(list).catch(() => null);
  if (bytes === null) return 'unknown';
  const entries = readList(bytes, mostListBytes);
  if (entries === null) return 'too-many';
  const laidTexts = new Map(laid.map(({ path, text }) => [path, text]));
  const laidFolders = new Set(laid.flatMap(({ path }) => foldersOf(path)));
  const texts = new Map<string, string | null>();
  for (const { path, kind } of entries) {
    const text = kind === 'file' ? await textOf(brought, path) : undefined;
    if (text !== undefined) texts.set(path, text);
  }
  const isUntouched = (entry: LeftFile): boolean => {
    const laidText = laidTexts.get(entry.path);
    if ((entry.mode & specialBits) !== 0) return false;
    if (entry.kind === 'folder') return laidFolders.has(entry.path);
    if (laidText === undefined || entry.kind !== 'file' || entry.links !== 1) return false;
    // What it did not write did not come out.
    const text = texts.get(entry.path);
    return text === undefined ? entry.size === Buffer.byteLength(laidText) : text === laidText;
  };
  const left = entries.filter((entry) => !isUntouched(entry));
  const there = new Set(entries.map(({ path }) => path));
  return {
    left,
    texts: new Map(
      left.flatMap(({ path, kind }) => (kind === 'file' ? [[path, texts.get(path) ?? null]] : [])),
    ),
    removed: laid.map(({ path }) => path).filter((path) => !there.has(path)),
  };
}

const specialBits = 0o7000;

/** The text of a file that came out; null = it is not UTF-8 or too large, undefined = it did not come out. */
async function textOf(brought: string, path: string): Promise<string | null | undefined> {
  const file = await readFileBelow(brought, path, answerLimits.bytes);
  if (file.kind === 'absent') return undefined;
  if (file.kind === 'refused') return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes);
  } catch {
    return null;
  }
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
