import type { List, Nodes } from 'mdast';
import { changedLines } from '../specs/changed-lines.ts';
import { isMarkdown, isReadable, readMarkdown } from '../specs/markdown-tree.ts';

/** A text before and after parts of it went. */
export type BothTexts = { readonly path: string; readonly full: string; readonly left: string };

/**
 * Tells whether the item that a line of the text that is left refers to, as "step 3", has another number now or is gone.
 * Meant is the list that the line stands in, otherwise the nearest one that has so many items.
 */
export function movedPositions({ path, full, left }: BothTexts): (line: number, position: number) => boolean {
  if (full === left || ![full, left].every((text) => isMarkdown(path) && isReadable(text)))
    return () => false;
  const before = listsOf(full);
  const now = new Map(listsOf(left).flatMap(({ items }) => items.map(({ line, number }) => [line, number])));
  const { toFull, toLeft } = lineMaps(full, left);
  return (line, position) => {
    const at = toFull(line);
    const item = nearest(
      before.filter(({ items }) => items.some(({ number }) => number === position)),
      at,
    )?.items.find(({ number }) => number === position);
    if (item === undefined) return false;
    const place = toLeft(item.line);
    return place === null || now.get(place) !== position;
  };
}

/** A numbered list: its lines, and the line at which each item begins with the number that is shown. */
type NumberedList = {
  readonly lines: readonly [number, number];
  readonly items: readonly { readonly line: number; readonly number: number }[];
};

function listsOf(text: string): readonly NumberedList[] {
  const { front, tree } = readMarkdown(text);
  const before = front.split('\n').length - 1;
  const lists: NumberedList[] = [];
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'list' && node.ordered === true) lists.push(numberedList(node, before));
    if ('children' in node) waiting.push(...node.children);
  }
  return lists;
}

function numberedList({ start, children, position }: List, before: number): NumberedList {
  return {
    lines: [before + (position?.start.line ?? 1), before + (position?.end.line ?? 1)],
    items: children.map((item, index) => {
      return { line: before + (item.position?.start.line ?? 1), number: (start ?? 1) + index };
    }),
  };
}

// Of lists that are as near the inner one, and then the earlier one.
function nearest(lists: readonly NumberedList[], line: number): NumberedList | undefined {
  const distance = ({ lines: [first, last] }: NumberedList): number =>
    line < first ? first - line : Math.max(0, line - last);
  const length = ({ lines: [first, last] }: NumberedList): number => last - first;
  return lists.toSorted(
    (one, other) =>
      distance(one) - distance(other) || length(one) - length(other) || one.lines[0] - other.lines[0],
  )[0];
}

function lineMaps(full: string, left: string) {
  const stretches = changedLines(full, left);
  const shifted = (line: number, from: 'base' | 'head', to: 'base' | 'head') => {
    const before = stretches.filter((stretch) => stretch[from].from < line).at(-1);
    if (before === undefined) return { line, isSame: true };
    const isSame = line > before[from].to;
    return { line: isSame ? line - before[from].to + before[to].to : before[to].from + 1, isSame };
  };
  return {
    toFull: (line: number): number => shifted(line, 'head', 'base').line,
    /** null = the line is not there any more. */
    toLeft: (line: number): number | null => {
      const found = shifted(line, 'base', 'head');
      return found.isSame ? found.line : null;
    },
  };
}
