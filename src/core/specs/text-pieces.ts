import type { Nodes, Parents } from 'mdast';
import { readMarkdown } from './markdown-tree.ts';

/** A word of a Markdown text, or the place of the words after it: a list item, a heading, a table cell, a quote. */
export type TextPiece = { readonly kind: 'word' | 'place'; readonly text: string };

/**
 * The words of a Markdown text in their order, to the letter, and where each stands. Markup, line wraps and the amount
 * of white space are left out; code, addresses and HTML are words as they are.
 */
export function textPieces(markdown: string): readonly TextPiece[] {
  const { front, tree } = readMarkdown(markdown);
  const pieces: TextPiece[] = front === '' ? [] : [word(front)];
  let place = '';
  // An explicit stack, because the nesting of a hostile text may be deeper than our call stack.
  const waiting: Visit[] = [{ node: tree, inside: '' }];
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    const { node, inside } = visit;
    if (isBlock(node) && (node.type !== 'paragraph' || inside !== place))
      pieces.push({ kind: 'place', text: `${inside} ${node.type}` });
    if (isBlock(node)) place = node.type === 'paragraph' ? inside : `${inside} ${node.type}`;
    pieces.push(...wordsIn(node).map(word));
    if (isFlow(node)) waiting.push(...childrenOf(node, inside).toReversed());
  }
  return pieces;
}

/** A node of the text, and the lists and quotes around it. */
type Visit = { readonly node: Nodes; readonly inside: string };

function word(text: string): TextPiece {
  return { kind: 'word', text };
}

// A list, a quote or a table is told by what stands in it.
function isBlock({ type }: Nodes): boolean {
  return type !== 'root' && type !== 'list' && type !== 'blockquote' && type !== 'table';
}

function isFlow(node: Nodes): node is Parents {
  return (
    'children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell'
  );
}

function childrenOf(node: Parents, inside: string): readonly Visit[] {
  const deeper = node.type === 'list' || node.type === 'blockquote' ? `${inside}${node.type} ` : inside;
  return node.children.map((child) => ({ node: child, inside: deeper }));
}

/** The words that a node holds itself, not those of the blocks in it. */
function wordsIn(node: Nodes): readonly string[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return inlineWords(node);
  const text = blockLiteral(node);
  return text === null ? [] : [literal(text)];
}

function blockLiteral(node: Nodes): string | null {
  if (node.type === 'code') return `${node.lang ?? ''} ${node.meta ?? ''}\n${node.value}`;
  if (node.type === 'html') return node.value;
  if (node.type === 'definition') return `[${node.identifier}] ${node.url} ${node.title ?? ''}`;
  return markerLiteral(node);
}

function markerLiteral(node: Nodes): string | null {
  if (node.type === 'listItem') return typeof node.checked === 'boolean' ? `checked ${node.checked}` : null;
  // The numbers of a list are its markers, unless it starts at another number than 1.
  if (node.type === 'list') return (node.start ?? 1) > 1 ? `from ${node.start}` : null;
  return null;
}

/** The words of a paragraph. Emphasis may begin within a word, so pieces without a blank between them are one word. */
function inlineWords(block: Parents): readonly string[] {
  let text = '';
  const literals: string[] = [];
  const waiting: (Nodes | Literal)[] = [...block.children].toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('literal' in next) literals.push(next.literal);
    if ('literal' in next) text += standIn;
    else if (next.type === 'text') text += next.value;
    else if (next.type === 'break') text += ' ';
    else waiting.push(...('children' in next ? partsOf(next) : [{ literal: verbatim(next) }]).toReversed());
  }
  const words = text.split(/\s+/).filter((each) => each !== '');
  return words.map((each) => each.replaceAll(standIn, () => literal(literals.shift() ?? '')));
}

/** Text that counts to the letter, blanks included. */
type Literal = { readonly literal: string };

// The parser replaces this character wherever a text has it, so it can only be ours.
const standIn = '\0';

function literal(text: string): string {
  return `${standIn}${text}${standIn}`;
}

// Emphasis is markup. The target of a link counts, and a deletion takes its text back.
function partsOf(node: Parents): readonly (Nodes | Literal)[] {
  if (node.type === 'link') return [...node.children, { literal: `(${node.url})` }];
  if (node.type === 'linkReference') return [...node.children, { literal: `[${node.identifier}]` }];
  if (node.type === 'delete') return [{ literal: '~~' }, ...node.children, { literal: '~~' }];
  return node.children;
}

function verbatim(node: Nodes): string {
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if (node.type === 'image') return `![${node.alt ?? ''}](${node.url})`;
  if (node.type === 'html') return node.value;
  return 'identifier' in node ? `[${node.type} ${node.identifier}]` : `[${node.type}]`;
}
