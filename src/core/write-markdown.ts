import type { RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

/** Markdown of the blocks; the library does the escaping. */
export function writeMarkdown(blocks: readonly RootContent[]): string {
  const key = JSON.stringify(blocks);
  const known = written.get(key);
  if (known !== undefined) return known;
  const text = toMarkdown(
    { type: 'root', children: [...blocks] },
    // Padding every cell to the widest would multiply the size of a long table.
    { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: '-', rule: '-' },
  );
  if (written.size >= mostWritten) written.clear();
  written.set(key, text);
  return text;
}

// Comment, check run and job summary say the same in the same words, and to write one again takes a hundred times as long.
const written = new Map<string, string>();
const mostWritten = 50;
