import type { Blockquote, Heading, Link, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { invisible } from '../words/escape.ts';
import { isCommentMarker } from '../markdown/marker.ts';
import { isStampLine } from '../markdown/run-stamp.ts';

/** Something in a finished report that only hostile text can have put there; null when it is harmless. */
export function harmIn(markdown: string, options: { readonly repositoryUrl: string | null }): string | null {
  return harmInText(markdown) ?? harmInStructure(sameStructure(markdown), options);
}

// Comment, check run and job summary of a check are mostly the same text, and to read it as Markdown takes long.
let last: { readonly text: string; readonly url: string | null; readonly harm: string | null } | null = null;

function harmInStructure(text: string, options: { readonly repositoryUrl: string | null }): string | null {
  const { repositoryUrl: url } = options;
  if (last?.text === text && last.url === url) return last.harm;
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const headings = tree.children.filter(({ type }) => type === 'heading').length;
  const harm = harmInNode(tree, options) ?? (headings > 1 ? 'a second heading' : null);
  last = { text, url, harm };
  return harm;
}

/**
 * The text without what differs from place to place and changes nothing of what is harmful: our marker, whose line ends
 * the HTML in it, and whether a fold is open. Both tags are complete, so Markdown takes one wherever it takes the other.
 */
function sameStructure(markdown: string): string {
  const [first = ''] = markdown.split('\n', 1);
  const isMarked = isCommentMarker(first) && markdown.startsWith(`${first}\n\n`);
  return markdown.slice(isMarked ? first.length + 2 : 0).replaceAll(openFold, closedFold);
}

const openFold = '<details open>\n<summary>';
const closedFold = '<details>\n<summary>';

/** The same for a text that nobody reads as Markdown: an attribute of JUnit XML, a message of SARIF. */
export function harmInText(markdown: string): string | null {
  // The one invisible character that `commandFree` writes itself.
  const written = markdown.replaceAll('##\u200B[', '');
  if (/(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(written)) return 'a control character';
  if (written.replaceAll(invisible, '') !== written) return 'an invisible character';
  if (written.includes('##[') || /^[ \t]*::/m.test(written)) return 'a command of the Actions runner';
  return null;
}

function harmInNode(node: Nodes, options: { readonly repositoryUrl: string | null }): string | null {
  const harm = harmOf(node, options);
  if (harm !== null || !('children' in node)) return harm;
  for (const child of node.children) {
    const inner = harmInNode(child, options);
    if (inner !== null) return inner;
  }
  return null;
}

const allowed = new Set([
  'root',
  'paragraph',
  'text',
  'strong',
  'inlineCode',
  'code',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
]);

function harmOf(node: Nodes, options: { readonly repositoryUrl: string | null }): string | null {
  if (node.type === 'html') return isOurHtml(node.value) ? null : 'raw HTML';
  if (node.type === 'link') return isOurLink(node, options.repositoryUrl) ? null : 'a foreign link';
  if (node.type === 'text') return harmInProse(node.value);
  if (node.type === 'blockquote' || node.type === 'heading') return harmOfBlock(node);
  return allowed.has(node.type) ? null : `a node of type ${node.type}`;
}

function harmOfBlock(node: Blockquote | Heading): string | null {
  if (node.type === 'blockquote') return isOurBox(node) ? null : 'a quote';
  return isOurHeading(node) ? null : 'a heading';
}

function harmInProse(value: string): string | null {
  if (/@[\p{L}\p{N}]/u.test(value)) return 'a mention';
  if (/#\d|\bGH-\d/i.test(value)) return 'an issue reference';
  return /:\/\/|\bwww\./i.test(value) ? 'an address' : null;
}

function isOurHtml(value: string): boolean {
  if (['</details>', '<sub>', '</sub>'].includes(value) || isCommentMarker(value) || isStampLine(value))
    return true;
  return /^<details(?: open)?>\n<summary>[A-Za-z0-9 ,:()]*<\/summary>$/.test(value);
}

function isOurHeading({ depth, children }: Heading): boolean {
  const [only, ...more] = children;
  const isAlone = more.length === 0 && only?.type === 'text';
  return isAlone && depth === 3 && /^Spec portability · (?:❌|🟠|⚪|✅|⏳|⏭️) [a-z, ]+$/u.test(only.value);
}

function isOurBox({ children }: Blockquote): boolean {
  const [only, ...more] = children;
  const [first] = only?.type === 'paragraph' ? only.children : [];
  return more.length === 0 && first?.type === 'text' && first.value.startsWith('[!CAUTION]\n');
}

function isOurLink(node: Link, repositoryUrl: string | null): boolean {
  if (repositoryUrl === null || !node.url.startsWith(`${repositoryUrl}/`)) return false;
  const path = node.url.slice(repositoryUrl.length + 1);
  return ourPages.some((page) => page.test(path));
}

const ourPages = [
  /^commit\/[0-9a-f]{40}$/,
  /^blob\/[0-9a-f]{40}\/[^\s?#<>"]*#L\d+(?:-L\d+)?$/,
  /^actions\/runs\/\d+\/attempts\/\d+(?:#artifacts)?$/,
];
