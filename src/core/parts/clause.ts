import type { Nodes, RootContent } from 'mdast';
import type { PartKind } from './part.ts';

/** A stretch of text, from an offset up to but not including another. */
export type Span = { readonly from: number; readonly to: number };

/** A stretch that a text can do without. Where it begins tells it from all others of its text. */
export type Clause = Span & {
  readonly kind: PartKind;
  /** Beginnings of the clauses that cannot stand without it. */
  readonly holds: readonly number[];
};

/** Clauses that are thought of together, by their beginnings. */
export type ClauseGroup = { readonly title: string; readonly clauses: readonly number[] };

/** A block of the text outside of all others: its whole lines. One without clauses is always there. */
export type Block = Span & {
  readonly node: RootContent;
  readonly clauses: readonly Clause[];
  readonly groups: readonly ClauseGroup[];
};

/** Where a node stands in its text. */
export function spanOf({ position }: Nodes): Span {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 };
}

/** The whole lines of a stretch, with the end of the last one. */
export function wholeLines(text: string, { from, to }: Span): Span {
  const end = to > from && text[to - 1] === '\n' ? to : text.indexOf('\n', to) + 1;
  return { from: text.lastIndexOf('\n', from - 1) + 1, to: end === 0 ? text.length : end };
}

/** The same clauses, where the first stays while any other does. */
export function firstHoldsRest([first, ...rest]: readonly Clause[]): readonly Clause[] {
  if (first === undefined || rest.length === 0) return first === undefined ? [] : [first];
  return [{ ...first, holds: [...new Set([...first.holds, ...rest.map(({ from }) => from)])] }, ...rest];
}

/** A title for people: the first words, on one line. */
export function titleOf(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`;
}
