import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { textOf } from '../documents.ts';

/** A place with a figure that no command remakes. */
export type UnprovedFigure = { readonly line: number; readonly heading: string; readonly text: string };

/**
 * Numbers with a unit of measurement, and shares such as `31 of 40`. Numbers that only count (three looks, step 2) are
 * none of these.
 */
const figure =
  /(?<![\w.`])\d[\d,.]*(?:\s(?:to|and)\s\d[\d,.]*)?\s?(?:%|×|times\b|points?\b|percentage points\b|ms\b|s\b|seconds?\b|minutes?\b|[kMG]i?B\b|USD\b|(?:model )?calls\b|generations\b)|\b\d[\d,.]* of \d[\d,]*\b/;

/** Commands that remake figures; what they name is looked up among the scripts of package.json. */
const command = /(?:npm run |npm |node )[\w:./-]+/g;

/**
 * The paragraphs, list items and table rows of a page that hold a figure of measurement, without code and without what
 * stands between `:begin` and `:end` marks, in sections that name no command. A section reaches from a heading to the next.
 */
export function unprovedFigures(
  page: string,
  isCommand: (text: string) => boolean,
): readonly UnprovedFigure[] {
  const { children } = fromMarkdown(page, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return sectionsOf(children).flatMap(({ heading, blocks }) =>
    blocks.some((block) => namesCommand(block, isCommand))
      ? []
      : blocks
          .flatMap((block) => partsOf(block))
          .filter(({ text }) => figure.test(text))
          .map((part) => ({ heading, ...part })),
  );
}

type Section = { readonly heading: string; readonly blocks: readonly RootContent[] };

/** The sections of a page, without what is generated. */
function sectionsOf(children: readonly RootContent[]): readonly Section[] {
  const sections: { heading: string; blocks: RootContent[] }[] = [{ heading: '', blocks: [] }];
  for (const child of writtenByHand(children))
    if (child.type === 'heading') sections.push({ heading: textOf(child), blocks: [] });
    else sections.at(-1)?.blocks.push(child);
  return sections;
}

/** What stands outside of marks. An end without its begin ends nothing. */
function writtenByHand(children: readonly RootContent[]): readonly RootContent[] {
  let generated: string | undefined;
  return children.filter((child) => {
    const [, name, end] =
      /^<!-- ([\w-]+):(begin|end) -->/.exec(child.type === 'html' ? child.value : '') ?? [];
    if (end === 'begin') generated = name;
    const isGenerated = generated !== undefined;
    if (end === 'end' && name === generated) generated = undefined;
    return !isGenerated;
  });
}

/** Whether a block shows, in code, a command that is there. */
function namesCommand(block: RootContent, isCommand: (text: string) => boolean): boolean {
  return all(block).some(
    (node) =>
      (node.type === 'inlineCode' || node.type === 'code') &&
      [...node.value.matchAll(command)].some(([text]) => isCommand(text)),
  );
}

/** Paragraphs and table rows, each with its line, as prose without code. */
function partsOf(block: RootContent): readonly { readonly line: number; readonly text: string }[] {
  return all(block).flatMap((node) =>
    node.type === 'paragraph' || node.type === 'tableRow'
      ? [{ line: node.position?.start.line ?? 0, text: proseOf(node).replaceAll(/\s+/g, ' ') }]
      : [],
  );
}

function proseOf(node: Nodes): string {
  if (node.type === 'inlineCode' || node.type === 'html') return '…';
  if ('value' in node) return node.value;
  const between = node.type === 'tableRow' ? ' | ' : '';
  return 'children' in node ? node.children.map((child) => proseOf(child)).join(between) : '';
}

function all(node: Nodes): readonly Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap((child) => all(child))] : [node];
}
