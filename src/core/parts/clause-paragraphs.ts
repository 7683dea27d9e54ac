import type { Paragraph } from 'mdast';
import { spanOf, titleOf, wholeLines, type Clause, type ClauseGroup, type Span } from './clause.ts';
import { isRequirement, kindOf, type Place } from './part-kind.ts';
import { sentenceStarts } from './sentences.ts';

/** The clauses of a paragraph, and itself as a group where there are several. */
export type CutParagraph = { readonly clauses: readonly Clause[]; readonly groups: readonly ClauseGroup[] };

/**
 * Each sentence that holds a requirement, and the sentences between them together. A paragraph without a requirement is
 * one clause.
 */
export function paragraphClauses(text: string, node: Paragraph, place: Place): CutParagraph {
  const clauses = together(text, sentencesOf(text, node)).map(({ from, to }, index): Clause => ({
    // What stands before the first words of a line goes with them: white space, the marker of an item.
    from: index === 0 ? wholeLines(text, { from, to }).from : from,
    to,
    kind: kindOf(text.slice(from, to), place),
    holds: [],
  }));
  const { from, to } = spanOf(node);
  const group = { title: titleOf(text.slice(from, to)), clauses: clauses.map((clause) => clause.from) };
  return { clauses, groups: clauses.length > 1 ? [group] : [] };
}

/** The sentences of a paragraph; each but the last has the white space after it. */
function sentencesOf(text: string, node: Paragraph): readonly Span[] {
  const starts = sentenceStarts(text, node);
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? spanOf(node).to }));
}

function together(text: string, sentences: readonly Span[]): readonly Span[] {
  const spans: (Span & { readonly asks: boolean })[] = [];
  for (const { from, to } of sentences) {
    const asks = isRequirement(text.slice(from, to));
    const last = spans.at(-1);
    if (last !== undefined && !last.asks && !asks) spans[spans.length - 1] = { ...last, to };
    else spans.push({ from, to, asks });
  }
  return spans;
}
