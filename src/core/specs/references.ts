import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { importsIn } from './imports.ts';
import { pathFrom } from './path-from.ts';
import type { TextFile } from './spec.ts';

/**
 * The paths of the tree that a text refers to: its links, what it includes or imports, and in a skill every path that
 * it mentions. Whether they exist is not known here.
 */
export function referencesIn(file: TextFile): readonly string[] {
  const found = [...addressesIn(file).flatMap((address) => pathOf(file.path, address)), ...importsIn(file)];
  return [...new Set(found)];
}

function addressesIn({ path, text }: TextFile): readonly string[] {
  if (/\.(?:adoc|asciidoc|asc)$/i.test(path)) return captured(text, asciiDoc);
  if (/\.rst$/i.test(path)) return captured(text, restructured);
  const links = linksIn(text);
  if (/\.mdx$/i.test(path)) return [...links, ...captured(text, imported)];
  return /(?:^|\/)SKILL\.md$/i.test(path) ? [...links, ...captured(text, mentioned)] : links;
}

const asciiDoc = /(?:include::|link:|xref:|image::?)([^\s[\]]+)\[/g;
const restructured = /^[ \t]*\.\. (?:include|literalinclude)::[ \t]+(\S+)/gm;
const imported = /^(?:import|export)[ \t][^\n;]*["'](\.[^"'\n]+)["']/gm;
// A skill names its scripts and further pages in its sentences and in code.
const mentioned = /(?<![\w./:@-])((?:\.{1,2}\/)*[\w-]+(?:[./][\w-]+)+)/g;

function captured(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, address = '']) => address);
}

function linksIn(text: string): readonly string[] {
  const found: string[] = [];
  // An explicit stack, because the nesting of a hostile text may be deeper than our call stack.
  const waiting: Nodes[] = [fromMarkdown(text)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') found.push(node.url);
  }
  return found;
}

/** None for an address of the web, and for a place in the same text. */
function pathOf(path: string, address: string): readonly string[] {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(address)) return [];
  const plain = decoded(address.replace(/[?#].*$/s, ''));
  if (plain === '') return [];
  // GitHub reads a leading slash as the root of the repository.
  const found = plain.startsWith('/') ? pathFrom('', plain.replace(/^\/+/, '')) : pathFrom(path, plain);
  return found === null ? [] : [found];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
