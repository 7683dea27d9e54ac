import { pageContent } from '../documents.ts';

/** The lines of one `sh` block of a page, as a reader types them: without remarks. */
export type TypedBlock = readonly string[];

/** What a reader of a page types, block by block. */
export function typedBlocks(markdown: string): readonly TypedBlock[] {
  return pageContent(markdown)
    .codeBlocks.filter(({ language }) => language === 'sh')
    .map(({ text }) =>
      text
        .split('\n')
        .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
        .filter((line) => line !== ''),
    );
}
