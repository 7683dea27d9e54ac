import type { RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

/** Markdown of the blocks; the library does the escaping. */
export function writeMarkdown(blocks: readonly RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [...blocks] },
    // Padding every cell to the widest would multiply the size of a long table.
    { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: '-', rule: '-' },
  );
}
