import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A Markdown text as the settings at its beginning, the text after them, and the tree of this text. */
export type MarkdownText = { readonly front: string; readonly body: string; readonly tree: Root };

/** Reads a Markdown text as GitHub does; positions in the tree count from the beginning of `body`. */
export function readMarkdown(markdown: string): MarkdownText {
  const { front, body } = splitFrontMatter(markdown);
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  endBeforeNext(tree);
  return { front, body, tree };
}

// The parser lets an item with an open fence end within the next item. Texts are cut at these places, so none may overlap.
function endBeforeNext(node: Nodes): void {
  if (!('children' in node)) return;
  for (const [index, child] of node.children.entries()) {
    const next = node.children[index + 1]?.position;
    if (child.position !== undefined && next !== undefined && endOf(child) > (next.start.offset ?? 0))
      child.position.end = next.start;
    endBeforeNext(child);
  }
}

function endOf({ position }: Nodes): number {
  return position?.end.offset ?? 0;
}

/** Whether a file is Markdown by its name. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown|mdc)$|(?:^|\/)\.(?:cursorrules|windsurfrules|clinerules)$/i.test(path);
}

/**
 * Whether a text can be read in a short time. The parser's time grows with the square of the number of quotes and
 * lists, and of marks in a paragraph; its stack grows with the depth. No text for people comes near these limits.
 */
export function isReadable(text: string): boolean {
  if (text.length > 100_000) return false;
  const depths = text.split('\n').map((line) => line.match(containers)?.length ?? 0);
  const marks = text.split(/\n[ \t]*\n/).map((paragraph) => paragraph.match(/[*_~`[\]<>!]/g)?.length ?? 0);
  return (
    depths.every((depth) => depth <= 10) &&
    depths.reduce((sum, depth) => sum + depth, 0) <= 3000 &&
    marks.every((count) => count <= 1500) &&
    !/^[ \t]{200}/m.test(text)
  );
}

// Quotes and list markers at the start of a line, one directly after the other.
const containers = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/gy;

// The settings at the beginning of skills and editor rules.
function splitFrontMatter(markdown: string): { readonly front: string; readonly body: string } {
  const front = /^---\n[^]*?\n---(?:\n|$)/.exec(markdown)?.[0] ?? '';
  return { front, body: markdown.slice(front.length) };
}
