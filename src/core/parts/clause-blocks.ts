import type { Heading, Root, RootContent } from 'mdast';
import { spanOf, wholeLines, type Block, type Clause } from './clause.ts';
import { listBlock } from './clause-lists.ts';
import { paragraphClauses } from './clause-paragraphs.ts';
import { tableBlock } from './clause-tables.ts';
import { kindOf, placeUnder, type Place } from './part-kind.ts';

/** The blocks of a text in their order, each cut into its clauses. */
export function blocksOf(text: string, { children }: Root): readonly Block[] {
  const blocks: Block[] = [];
  let above: readonly PlacedHeading[] = [];
  for (const node of children) {
    if (node.type === 'heading') above = headingsAbove(text, node, above);
    blocks.push(blockOf(text, node, above.at(-1)?.place ?? 'rules'));
  }
  return blocks;
}

type PlacedHeading = { readonly depth: number; readonly place: Place };

function headingsAbove(
  text: string,
  node: Heading,
  before: readonly PlacedHeading[],
): readonly PlacedHeading[] {
  const outer = before.filter(({ depth }) => depth < node.depth);
  const { from, to } = spanOf(node);
  const place = placeUnder(text.slice(from, to)) ?? outer.at(-1)?.place ?? 'rules';
  return [...outer, { depth: node.depth, place }];
}

function blockOf(text: string, node: RootContent, place: Place): Block {
  const span = wholeLines(text, spanOf(node));
  if (isAlwaysThere(text, node)) return { ...span, node, clauses: [], groups: [] };
  if (node.type === 'list') return listBlock(text, node, place);
  if (node.type === 'table') return tableBlock(text, node, place);
  if (node.type === 'paragraph') return { ...span, node, ...paragraphBlock(text, node, place) };
  const kind =
    node.type === 'heading' || node.type === 'thematicBreak' ? 'heading' : blockKind(text, node, place);
  return { ...span, node, clauses: [{ ...span, kind, holds: [] }], groups: [] };
}

// What other words refer to by a mark stays, and so does one half of a pair of tags.
function isAlwaysThere(text: string, node: RootContent): boolean {
  const words = text.slice(spanOf(node).from, spanOf(node).to);
  if (node.type === 'code') return false;
  if (node.type !== 'html') return definition.test(words);
  const tags = words.replaceAll(/<!--[^]*?(?:-->|$)|<[a-z][^<>]*\/>/gi, '');
  const openings = tags.replaceAll(
    /<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b/gi,
    '',
  );
  return (openings.match(/<[a-z]/gi) ?? []).length !== (tags.match(/<\/[a-z]/gi) ?? []).length;
}

// Of a link's target or of a footnote, in a list or a quote too.
const definition = /^(?:[ \t]|>|[-+*]|\d+[.)])*\[[^\]]+\]:/m;

function paragraphBlock(
  text: string,
  node: Extract<RootContent, { type: 'paragraph' }>,
  place: Place,
): Pick<Block, 'clauses' | 'groups'> {
  const { clauses, groups } = paragraphClauses(text, node, place);
  const [only, ...more] = clauses;
  if (only === undefined || more.length > 0) return { clauses, groups };
  return { clauses: [{ ...only, ...wholeLines(text, only) }], groups };
}

function blockKind(text: string, node: RootContent, place: Place): Clause['kind'] {
  const { from, to } = spanOf(node);
  // A grammar is the rule itself; other code shows what the words around it say.
  if (node.type === 'code')
    return /^(?:abnf|bnf|ebnf|grammar|peg|regex)/i.test(node.lang ?? '') ? 'requirement' : 'example';
  return node.type === 'html' ? 'explanation' : kindOf(text.slice(from, to).replace(/^>\s*/, ''), place);
}
