import type { Part } from './part.ts';

/** Where a part stands in the full text. */
export type Position = Pick<Part, 'lines' | 'columns'>;

/**
 * Where the words between two offsets of a text stand, without the blanks around them. A stretch without a word has a line
 * and no columns.
 */
export function positionsIn(text: string): (from: number, to: number) => Position {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineAt = (offset: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return (from, to) => {
    const stretch = text.slice(from, to);
    if (stretch.trim() === '') return { lines: [lineAt(from), lineAt(from)] };
    const first = from + stretch.length - stretch.trimStart().length;
    const end = from + stretch.trimEnd().length;
    const lines = [lineAt(first), lineAt(end - 1)] as const;
    const columnAt = (offset: number, line: number): number => offset - (starts[line - 1] ?? 0) + 1;
    return { lines, columns: [columnAt(first, lines[0]), columnAt(end, lines[1])] };
  };
}
