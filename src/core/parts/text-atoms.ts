import type { Nodes } from 'mdast';
import { linesOf } from '../specs/changed-lines.ts';
import { isMarkdown, isReadable, readMarkdown } from '../specs/markdown-tree.ts';
import type { TextFile } from '../specs/spec.ts';
import { spanOf, wholeLines } from './clause.ts';
import { sentenceStarts } from './sentences.ts';

/**
 * Where a text may be cut: at its sentences, items, rows and blocks, and at the lines of code. Null if it cannot be
 * read as Markdown.
 */
export function cutPlaces({ path, text }: TextFile): readonly number[] | null {
  if (!isMarkdown(path) || !isReadable(text)) return null;
  const { front, body, tree } = readMarkdown(text);
  const places = new Set<number>([0, body.length]);
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const place of placesOf(body, node)) places.add(place);
    if ('children' in node && isCutInside(node)) waiting.push(...node.children);
  }
  return [...new Set([0, ...[...places].map((place) => front.length + place)])].toSorted(
    (one, other) => one - other,
  );
}

function isCutInside({ type }: Nodes): boolean {
  return type === 'root' || type === 'list' || type === 'listItem' || type === 'table';
}

function placesOf(body: string, node: Nodes): readonly number[] {
  if (node.type === 'root' || node.type === 'list') return [];
  const { from, to } = wholeLines(body, spanOf(node));
  if (node.type === 'paragraph') return [from, ...sentenceStarts(body, node).slice(1), to];
  if (node.type !== 'code') return [from, to];
  let reached = from;
  return [from, ...linesOf(body.slice(from, to)).map((line) => (reached += line.length))];
}

/** A stretch of a text, cut at these places. White space without words stays with the words beside it. */
export function atomsOf(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  places: readonly number[],
): readonly string[] {
  const inside = [from, ...places.filter((place) => place > from && place < to), to];
  const raw = inside.slice(1).map((end, index) => text.slice(inside[index], end));
  const beginsBlank = raw[0]?.trim() === '';
  const atoms: string[] = [];
  let waiting = '';
  for (const piece of raw) {
    if (piece.trim() !== '') {
      atoms.push(waiting + piece);
      waiting = '';
    } else if (beginsBlank || atoms.length === 0) waiting += piece;
    else atoms[atoms.length - 1] += piece;
  }
  if (waiting !== '') atoms.push(waiting);
  return atoms;
}
