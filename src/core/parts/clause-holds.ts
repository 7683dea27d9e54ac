import type { Heading, List } from 'mdast';
import { firstHoldsRest, spanOf, titleOf, type Block, type Clause, type ClauseGroup } from './clause.ts';
import { looksLikeBlock } from './sentences.ts';

/**
 * The same blocks, where each part holds what would change its meaning without it: a heading its section, a line the
 * words below it, and the words between two blocks that would run together hold the second one.
 */
export function withHolds(text: string, cut: readonly Block[]): readonly Block[] {
  const blocks = keptBeforeFixed(text, cut);
  return blocks.map((block, index) => {
    const ownHolds = frameOf(block, blocks.slice(index + 1));
    const next = blocks[index + 1];
    const isNeeded =
      next !== undefined && (mayRunTogether(text, blocks, index + 1) || standsClose(blocks, index + 1));
    const held = [...ownHolds, ...(isNeeded ? begins(next.clauses) : [])];
    const clauses = interruptsParagraph(block, blocks[index - 1])
      ? firstHoldsRest(block.clauses)
      : block.clauses;
    return { ...block, clauses: held.length === 0 ? clauses : lastHolds(clauses, held) };
  });
}

/**
 * A block that is always there needs the one before it as much as any other does, and a list the headings above it:
 * without them it would join a list of another section.
 */
function keptBeforeFixed(text: string, blocks: readonly Block[]): readonly Block[] {
  const kept = [...blocks];
  const keep = (at: number): void => {
    const block = kept[at];
    if (block !== undefined) kept[at] = { ...block, clauses: [], groups: [] };
  };
  for (let at = kept.length - 1; at > 0; at -= 1) {
    if (kept[at]?.clauses.length !== 0) continue;
    if (mayRunTogether(text, kept, at) || standsClose(kept, at)) keep(at - 1);
    if (kept[at]?.node.type === 'list') for (const heading of headingsOver(kept, at)) keep(heading);
  }
  return kept;
}

/** Where the headings stand whose sections hold a block, from the innermost to the outermost. */
function headingsOver(blocks: readonly Block[], at: number): readonly number[] {
  const over: number[] = [];
  let inside = Infinity;
  for (let index = at - 1; index >= 0; index -= 1) {
    const node = blocks[index]?.node;
    if (node?.type !== 'heading' || node.depth >= inside) continue;
    over.push(index);
    inside = node.depth;
  }
  return over;
}

/** Each section with its heading. */
export function sectionsOf(text: string, blocks: readonly Block[]): readonly ClauseGroup[] {
  return blocks.flatMap((block, index) => {
    if (block.node.type !== 'heading') return [];
    const { from, to } = spanOf(block.node);
    const title = titleOf(text.slice(from, to).replace(/^#+[ \t]+/, ''));
    return [{ title, clauses: [...begins(block.clauses), ...frameOf(block, blocks.slice(index + 1))] }];
  });
}

function begins(clauses: readonly Clause[]): readonly number[] {
  return clauses.map(({ from }) => from);
}

function lastHolds(clauses: readonly Clause[], held: readonly number[]): readonly Clause[] {
  return clauses.map((clause, index) =>
    index === clauses.length - 1 ? { ...clause, holds: [...new Set([...clause.holds, ...held])] } : clause,
  );
}

// Directly below other words a list may begin with 1 only.
function interruptsParagraph({ node, from }: Block, before: Block | undefined): boolean {
  return node.type === 'list' && node.ordered === true && before?.to === from;
}

/** What stands under a heading or a line across the text. */
function frameOf({ node }: Block, after: readonly Block[]): readonly number[] {
  if (node.type === 'heading') return begins(sectionUnder(node, after));
  if (node.type !== 'thematicBreak') return [];
  const [first, ...rest] = after;
  if (first?.node.type === 'heading')
    return [...begins(first.clauses), ...begins(sectionUnder(first.node, rest))];
  const end = after.findIndex(
    (block) => block.node.type === 'heading' || block.node.type === 'thematicBreak',
  );
  return begins((end < 0 ? after : after.slice(0, end)).flatMap(({ clauses }) => clauses));
}

function sectionUnder({ depth }: Heading, after: readonly Block[]): readonly Clause[] {
  const end = after.findIndex(({ node }) => node.type === 'heading' && node.depth <= depth);
  const section = end < 0 ? after : after.slice(0, end);
  // A line just above the next heading belongs to that one.
  const own = end > 0 && section.at(-1)?.node.type === 'thematicBreak' ? section.slice(0, -1) : section;
  return own.flatMap(({ clauses }) => clauses);
}

/** Whether a block would be read as something else, or as part of an earlier one, without the words before it. */
function mayRunTogether(text: string, blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (block === undefined) return false;
  const { node, from, to } = block;
  const words = text.slice(from, to);
  if (/^[ \t]/.test(words)) return true;
  if (node.type === 'list') return joinsList(text, node, blocks.slice(0, at));
  if (node.type === 'table') return !words.startsWith('|') && looksLikeBlock(words);
  return (
    (node.type === 'paragraph' || node.type === 'heading') &&
    !/^#{1,6}(?:\s|$)/.test(words) &&
    looksLikeBlock(words)
  );
}

function joinsList(text: string, list: List, before: readonly Block[]): boolean {
  const heading = before.findLastIndex(({ node }) => node.type === 'heading');
  const marker = markerOf(text, list);
  return before
    .slice(heading + 1)
    .some(({ node }) => node.type === 'list' && markerOf(text, node) === marker);
}

function markerOf(text: string, list: List): string {
  const { from } = spanOf(list);
  return /[-+*]|(?<=\d)[.)]/.exec(text.slice(from, from + 12))?.[0] ?? '';
}

/** Whether no blank line stands before a block, nor before what would then come before it. */
function standsClose(blocks: readonly Block[], at: number): boolean {
  const [one, two, three] = [blocks[at - 2], blocks[at - 1], blocks[at]];
  if (two === undefined || three === undefined || two.to !== three.from) return false;
  return two.node.type === 'list' || one?.to === two.from;
}
