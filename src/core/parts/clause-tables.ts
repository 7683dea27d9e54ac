import type { Table } from 'mdast';
import { spanOf, titleOf, wholeLines, type Block, type Clause, type Span } from './clause.ts';
import { kindOf, type Place } from './part-kind.ts';

/** The rows of a table. Its head goes with the last of them; a table that has none is one clause. */
export function tableBlock(text: string, node: Table, place: Place): Block {
  const whole = wholeLines(text, spanOf(node));
  const rows = node.children.slice(1).map((row): Clause => {
    const span = wholeLines(text, spanOf(row));
    return { ...span, kind: kindOf(text.slice(span.from, span.to), place), holds: [] };
  });
  const head: Span = { from: whole.from, to: rows[0]?.from ?? whole.to };
  const words = text.slice(head.from, head.to);
  if (rows.length === 0)
    return { ...whole, node, clauses: [{ ...head, kind: kindOf(words, place), holds: [] }], groups: [] };
  const clauses: readonly Clause[] = [
    { ...head, kind: 'heading', holds: rows.map(({ from }) => from) },
    ...rows,
  ];
  const title = titleOf(words.split('\n')[0]?.replace(/^[ \t]*\||\|[ \t]*$/g, '') ?? '');
  return { ...whole, node, clauses, groups: [{ title, clauses: clauses.map(({ from }) => from) }] };
}
