import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import type { Nodes } from 'mdast';
import { gfm } from 'micromark-extension-gfm';

/** Everything that a page links to or shows as code, for checks of the documentation. */
export type PageContent = {
  readonly links: readonly string[];
  readonly headings: readonly string[];
  readonly codeBlocks: readonly { readonly language: string; readonly text: string }[];
  readonly inlineCode: readonly string[];
  /** Cells of all tables, row by row, without the heads. */
  readonly rows: readonly (readonly string[])[];
};

/** Reads a Markdown page as GitHub does. */
export function pageContent(markdown: string): PageContent {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const nodes = all(tree);
  return {
    links: nodes.flatMap((node) => (node.type === 'link' || node.type === 'image' ? [node.url] : [])),
    headings: nodes.flatMap((node) => (node.type === 'heading' ? [textOf(node)] : [])),
    codeBlocks: nodes.flatMap((node) =>
      node.type === 'code' ? [{ language: node.lang ?? '', text: node.value }] : [],
    ),
    inlineCode: nodes.flatMap((node) => (node.type === 'inlineCode' ? [node.value] : [])),
    rows: nodes.flatMap((node) =>
      node.type === 'table' ? node.children.slice(1).map(({ children }) => children.map(textOf)) : [],
    ),
  };
}

/** The anchor GitHub gives a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

function all(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap((child) => all(child))] : [node];
}

/** The words of a node, without their marks. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}
