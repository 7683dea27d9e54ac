import type { Nodes, Parents, Root } from 'mdast';
import { readMarkdown } from '../../core/specs/markdown-tree.ts';

/** A stretch of a text, from an offset up to but not including another. */
export type Stretch = { readonly from: number; readonly to: number };

/** A node of a text's tree as far as readers can see it: no positions, no amount of white space. */
export type SeenNode = {
  readonly type: string;
  readonly facts: string;
  readonly children: readonly SeenNode[];
};

/**
 * The tree of a Markdown text without the stretches that were removed; parents that lost all they held are gone. The
 * text is read once for all its versions.
 */
export function prunedTree(markdown: string): (removed: readonly Stretch[]) => SeenNode {
  const { front, body, tree } = readMarkdown(markdown);
  return (removed) => {
    const inBody = removed.map(({ from, to }) => ({ from: from - front.length, to: to - front.length }));
    return prune(tree, { body, removed: inBody }) ?? { type: 'root', facts: '[]', children: [] };
  };
}

type Pruning = { readonly body: string; readonly removed: readonly Stretch[] };

function prune(node: Nodes, of: Pruning): SeenNode | null {
  const span = spanOf(node);
  const touching = of.removed.filter(({ from, to }) => from < span.to && to > span.from);
  if (touching.some(({ from, to }) => from <= span.from && to >= span.to)) return null;
  const inside = { body: of.body, removed: touching };
  if (node.type === 'text') return textNode(touching.length === 0 ? node.value : leftOf(span, inside));
  return 'children' in node
    ? pruneParent(node, inside)
    : { type: node.type, facts: factsOf(node, 0), children: [] };
}

function pruneParent(node: Parents, inside: Pruning): SeenNode | null {
  const left = node.children.flatMap((child) => prune(child, inside) ?? []);
  const isWords = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
  const children = isWords ? joinedTexts(left) : left;
  if (children.length === 0 && node.children.length > 0 && node.type !== 'root') return null;
  return { type: node.type, facts: factsOf(node, children.length), children };
}

function spanOf({ position }: Nodes): Stretch {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 };
}

function textNode(value: string): SeenNode {
  return { type: 'text', facts: value.replace(/\s+/g, ' '), children: [] };
}

/** What is left of plain text, read on its own so that its escapes are read as in the whole. */
function leftOf({ from, to }: Stretch, { body, removed }: Pruning): string {
  let left = '';
  for (let at = from; at < to; at += 1)
    if (!removed.some((each) => at >= each.from && at < each.to)) left += body[at];
  if (!/[\\&]/.test(left)) return left;
  const { tree } = readMarkdown(`X${left.replaceAll('\n', ' ')}X`);
  return wordsOf(tree).slice(1, -1);
}

function wordsOf(node: Nodes | Root): string {
  if ('children' in node) return node.children.map(wordsOf).join('');
  return 'value' in node ? node.value : '';
}

// The numbers of a list stay as they were written, and a blank line needs two neighbours.
function factsOf(node: Nodes, kept: number): string {
  const entries = Object.entries(node).filter(([key, value]) => {
    if (value === undefined || value === null) return false;
    if (key === 'spread') return kept > 1;
    return !['type', 'children', 'position', 'start'].includes(key);
  });
  return JSON.stringify(entries);
}

function joinedTexts(children: readonly SeenNode[]): readonly SeenNode[] {
  const joined: SeenNode[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = textNode(`${last.facts}${child.facts}`);
    else joined.push(child);
  }
  return joined
    .map((child, index) => {
      if (child.type !== 'text') return child;
      const start = index === 0 ? child.facts.trimStart() : child.facts;
      return textNode(index === joined.length - 1 ? start.trimEnd() : start);
    })
    .filter(({ type, facts }) => type !== 'text' || facts !== '');
}
