import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Paragraph } from 'mdast';

/** Where the text of a block goes: a new file, or beside or in place of a text that stands in the file exactly once. */
export type Place =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'after' | 'before' | 'in place of';
      readonly anchor: string;
      /** A text above the anchor, where the anchor alone stands more than once. */
      readonly below: string | null;
    };

/** One block of a recipe: a text and where it goes. */
export type Block = { readonly path: string; readonly place: Place; readonly text: string };

/** One recipe of docs/extending.md. */
export type Recipe = {
  readonly name: string;
  readonly blocks: readonly Block[];
  /** What the recipe says to run when all blocks stand. */
  readonly commands: readonly string[];
};

/** Reads the recipes between `<!-- recipe:NAME:begin -->` and `<!-- recipe:NAME:end -->`; docs/extending.md says how one is written. */
export function readRecipes(page: string): Recipe[] {
  const marks = [...page.matchAll(/^<!-- recipe:([\w-]+):begin -->$/gm)];
  return marks.map(({ 0: mark, 1: name = '', index }) => {
    const rest = page.slice(index + mark.length);
    const end = rest.indexOf(`<!-- recipe:${name}:end -->`);
    if (end < 0) throw new Error(`the recipe \`${name}\` has no end mark`);
    return readRecipe(name, rest.slice(0, end));
  });
}

function readRecipe(name: string, section: string): Recipe {
  const { children } = fromMarkdown(section);
  const blocks: Block[] = [];
  const commands: string[] = [];
  for (const [index, node] of children.entries()) {
    if (node.type !== 'code') continue;
    const above = children[index - 1];
    const head = above?.type === 'paragraph' ? readHead(above) : null;
    if (head !== null) blocks.push({ ...head, text: node.value });
    else if (node.lang === 'sh') commands.push(...node.value.split('\n'));
    else
      throw new Error(`the recipe \`${name}\` has a block that does not say where it goes:\n${node.value}`);
  }
  if (blocks.length === 0 || commands.length === 0)
    throw new Error(`the recipe \`${name}\` has no blocks or says nothing to run`);
  return { name, blocks, commands };
}

/** The line above a block, for example `path`, below `text`, after `text`: */
function readHead({ children }: Paragraph): Omit<Block, 'text'> | null {
  const codes = children.flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []));
  const words = children
    .map((node) => (node.type === 'inlineCode' ? '@' : 'value' in node ? node.value : '?'))
    .join('');
  const [path = '', ...anchors] = codes;
  if (words === '@ (new):') return { path, place: { kind: 'new' } };
  const [, below, kind] = /^@(, below @)?, (after|before|in place of) @:$/.exec(words) ?? [];
  if (kind !== 'after' && kind !== 'before' && kind !== 'in place of') return null;
  return {
    path,
    place: { kind, anchor: anchors.at(-1) ?? '', below: below === undefined ? null : (anchors[0] ?? null) },
  };
}
