import type { LeftFile } from '../../core/generation/left-files.ts';

/** Reads the list of a folder that the sandbox made; null where it is not whole. Its names are anybody's. */
export function readList(list: Buffer, mostBytes: number): readonly LeftFile[] | null {
  if (list.length > mostBytes) return null;
  const entries = list.toString('utf8').split('\0');
  // The last one ends with NUL as well.
  if (entries.pop() !== '') return null;
  const read = entries.map((entry) => entryIn(entry));
  return read.every((entry) => entry !== null) ? read : null;
}

function entryIn(entry: string): LeftFile | null {
  const found = /^(\w) ([0-7]+) (\d+) (\d+) (.+)$/s.exec(entry);
  if (found === null) return null;
  const [, letter = '', mode = '', links = '', size = '', path = ''] = found;
  // What this version does not know is no file either.
  const kind = kinds[letter] ?? 'device';
  return { path, kind, mode: Number.parseInt(mode, 8), links: Number(links), size: Number(size) };
}

const kinds: Readonly<Record<string, LeftFile['kind']>> = {
  ...{ f: 'file', d: 'folder', l: 'symlink', s: 'socket', p: 'pipe' },
};
