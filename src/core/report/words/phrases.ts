import type { PhrasingContent, RootContent, Table, TableCell } from 'mdast';

/** Inline content of a report. */
export type Phrases = readonly PhrasingContent[];

/** Block content of a report. */
export type Blocks = readonly RootContent[];

/** Our own words. Text from outside goes through `prose` or `code`. */
export function words(value: string): Phrases {
  return [{ type: 'text', value }];
}

/** Phrases in bold. */
export function bold(phrases: Phrases): Phrases {
  return [{ type: 'strong', children: [...phrases] }];
}

/** The heading of a report: our own words alone. */
export function heading(value: string): RootContent {
  return { type: 'heading', depth: 3, children: [...words(value)] };
}

/** A paragraph in small letters. */
export function small(phrases: Phrases): RootContent {
  const mark = (value: string): PhrasingContent => ({ type: 'html', value });
  return { type: 'paragraph', children: [mark('<sub>'), ...phrases, mark('</sub>')] };
}

/** A link to a page of the repository. */
export function link(url: string, phrases: Phrases): Phrases {
  return [{ type: 'link', url, children: [...phrases] }];
}

/** A paragraph. */
export function paragraph(...phrases: readonly Phrases[]): RootContent {
  return { type: 'paragraph', children: phrases.flat() };
}

/** A list with one line per item. */
export function bullets(items: readonly Phrases[]): RootContent {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((item) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: [...item] }],
    })),
  };
}

/** A coloured box on GitHub; elsewhere it looks like a quote. */
export function caution(...phrases: readonly Phrases[]): RootContent {
  // The library would escape the brackets of a text node, and GitHub would draw no box.
  const name: Phrases = [{ type: 'html', value: '[!CAUTION]' }, ...words('\n')];
  return {
    type: 'blockquote',
    children: [{ type: 'paragraph', children: [...name, ...phrases.flat()] }],
  };
}

/** A table; every row has as many cells as the header. */
export function table(header: readonly Phrases[], rows: readonly (readonly Phrases[])[]): Table {
  const cells = (row: readonly Phrases[]): TableCell[] =>
    row.map((phrases) => ({ type: 'tableCell', children: [...phrases] }));
  return {
    type: 'table',
    children: [header, ...rows].map((row) => ({ type: 'tableRow', children: cells(row) })),
  };
}

/** Blocks that are folded under a title of our own words. */
export function folded(title: string, blocks: Blocks, options: { readonly open: boolean }): Blocks {
  return [
    { type: 'html', value: `<details${options.open ? ' open' : ''}>\n<summary>${title}</summary>` },
    ...blocks,
    { type: 'html', value: '</details>' },
  ];
}

/** Phrases as plain text in which what is quoted keeps its marks: words of a spec look like words of ours. */
export function markedPhrases(phrases: Phrases): string {
  return phrases
    .map((phrase) => {
      if (phrase.type === 'inlineCode') return `\`${phrase.value}\``;
      return 'children' in phrase ? markedPhrases(phrase.children) : plainPhrases([phrase]);
    })
    .join('');
}

/** Phrases as plain text, for terminals and logs. */
export function plainPhrases(phrases: Phrases): string {
  return phrases
    .map((phrase) => {
      if ('children' in phrase) return plainPhrases(phrase.children);
      return 'value' in phrase ? phrase.value : '';
    })
    .join('');
}
