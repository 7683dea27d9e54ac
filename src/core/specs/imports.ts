import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { pathFrom } from './path-from.ts';

/**
 * The paths that an instructions file imports with `@path`, in their order, as paths of the tree. Code is no import, and
 * what leads out of the tree (`/…`, `~/…`, `../` above the root) is left out. Whether a path exists is not known here:
 * `@someone` may be a mention.
 */
export function importsIn({
  path,
  text,
}: {
  readonly path: string;
  readonly text: string;
}): readonly string[] {
  const found = namesIn(withoutCode(text)).flatMap((name) => pathFrom(path, name) ?? []);
  return [...new Set(found)];
}

// The source and not the parsed words: underscores in a path may read as emphasis.
function withoutCode(text: string): string {
  let plain = text;
  // An explicit stack, because the nesting of a hostile text may be deeper than our call stack.
  const waiting: Nodes[] = [fromMarkdown(text)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('children' in node) for (const child of node.children) waiting.push(child);
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined || !noText.has(node.type)) continue;
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end);
  }
  return plain;
}

const noText: ReadonlySet<string> = new Set(['code', 'inlineCode', 'html']);

// At the start of a line or after white space, so that an address of mail is none; a sentence may end after it.
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<=^|\s)@(\S+)/gm)].map(([, name = '']) => name.replace(/[.,;:!?)'"]+$/, ''));
}
