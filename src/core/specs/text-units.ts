import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { tokensOf, type Run } from './text-tokens.ts';

/** A sentence, heading, table cell or block of code of a spec, reduced to what it says. */
export type TextUnit = {
  readonly kind: 'sentence' | 'heading' | 'cell' | 'code' | 'raw';
  /** Depth of nested lists; 0 outside lists and in their first level. */
  readonly depth: number;
  readonly isListed: boolean;
  /** The heading above it, in plain lower case. */
  readonly under: string;
  /** Words, numbers and signs after normalising; code, addresses and HTML unchanged. */
  readonly tokens: readonly string[];
};

/** What a Markdown text says, in order, without its layout: wraps, markers, emphasis, indentation. */
export function textUnits(markdown: string): readonly TextUnit[] {
  const { front, body } = splitFrontMatter(markdown);
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const units: TextUnit[] = front === '' ? [] : [rawUnit(front, topLevel)];
  let under = '';
  // An explicit stack, because the nesting of a hostile text may be deeper than our call stack.
  const waiting: Visit[] = [{ node: tree, place: topLevel }];
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    const own = unitsOf(visit, under);
    units.push(...own);
    if (visit.node.type === 'heading') under = own.flatMap(({ tokens }) => tokens).join(' ');
    if (isFlow(visit.node)) waiting.push(...childrenOf(visit.node, visit.place).toReversed());
  }
  return units;
}

type Place = { readonly listDepth: number };
type Visit = { readonly node: Nodes; readonly place: Place };

const topLevel: Place = { listDepth: 0 };

// The settings at the beginning of skills and editor rules.
function splitFrontMatter(markdown: string): { readonly front: string; readonly body: string } {
  const front = /^---\n[^]*?\n---(?:\n|$)/.exec(markdown)?.[0] ?? '';
  return { front, body: markdown.slice(front.length) };
}

function isFlow(node: Nodes): node is Parents {
  return (
    'children' in node && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell'
  );
}

function childrenOf(node: Parents, place: Place): readonly Visit[] {
  const inner = node.type === 'list' ? { listDepth: place.listDepth + 1 } : place;
  return node.children.map((child) => ({ node: child, place: inner }));
}

function unitsOf({ node, place }: Visit, under: string): readonly TextUnit[] {
  const at = { depth: Math.max(0, place.listDepth - 1), isListed: place.listDepth > 0, under };
  if (node.type === 'paragraph')
    return tokensOf(runsOf(node)).map((tokens) => ({ ...at, kind: 'sentence', tokens }));
  if (node.type === 'heading')
    return [{ ...at, under: '', kind: 'heading', tokens: tokensOf(runsOf(node)).flat() }];
  if (node.type === 'tableCell') return [{ ...at, kind: 'cell', tokens: tokensOf(runsOf(node)).flat() }];
  if (node.type === 'code')
    return [{ ...at, kind: 'code', tokens: [`${node.lang ?? ''} ${node.meta ?? ''}\n${node.value}`] }];
  const raw = rawOf(node);
  return raw === null ? [] : [rawUnit(raw, place)];
}

function rawOf(node: Nodes): string | null {
  if (node.type === 'html') return node.value;
  if (node.type === 'definition') return `[${node.identifier}] ${node.url} ${node.title ?? ''}`;
  if (node.type === 'tableRow') return `row of ${node.children.length}`;
  if (node.type === 'listItem') return typeof node.checked === 'boolean' ? `checked ${node.checked}` : null;
  // The numbers of a list are its markers, unless it starts at another number than 1.
  if (node.type === 'list') return (node.start ?? 1) > 1 ? `from ${node.start}` : null;
  return null;
}

function rawUnit(text: string, place: Place): TextUnit {
  return {
    kind: 'raw',
    depth: Math.max(0, place.listDepth - 1),
    isListed: place.listDepth > 0,
    under: '',
    tokens: [text],
  };
}

/** The inline content of a block as runs of prose and of verbatim text. */
function runsOf(block: Parents): readonly Run[] {
  const runs: Run[] = [];
  const waiting: (Nodes | Run)[] = [...block.children].toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('kind' in next) runs.push(next);
    else if (next.type === 'text') runs.push({ kind: 'prose', text: next.value });
    else if (next.type === 'break') runs.push({ kind: 'prose', text: ' ' });
    else if ('children' in next) waiting.push(...aroundOf(next).toReversed());
    else runs.push({ kind: 'verbatim', text: verbatimOf(next) });
  }
  return runs;
}

// Emphasis adds no meaning; a link adds its target, and a deletion takes its text back.
function aroundOf(node: Parents): readonly (Nodes | Run)[] {
  if (node.type === 'link') return [...node.children, { kind: 'verbatim', text: `(${node.url})` }];
  if (node.type === 'linkReference')
    return [...node.children, { kind: 'verbatim', text: `[${node.identifier}]` }];
  if (node.type === 'delete')
    return [{ kind: 'verbatim', text: '~~' }, ...node.children, { kind: 'verbatim', text: '~~' }];
  return node.children;
}

function verbatimOf(node: Nodes): string {
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if (node.type === 'image') return `![${node.alt ?? ''}](${node.url})`;
  if (node.type === 'html') return node.value;
  return 'identifier' in node ? `[${node.type} ${node.identifier}]` : `[${node.type}]`;
}
