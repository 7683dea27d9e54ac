import type { Part } from '../../parts/part.ts';
import { words, type Phrases } from '../words/phrases.ts';
import { code } from '../words/prose.ts';

/** The words of a changed part in one line, as a report quotes them. */
export type PartWords = {
  /** `same`: every word is in its place, only how it is written changed. */
  readonly kind: 'added' | 'removed' | 'replaced' | 'same';
  /** The words that the part brings; of a removed one those that it takes away. */
  readonly text: string;
  /** What stood in their place; empty where nothing did. */
  readonly instead: string;
  /** How many words the part has; null where not all of them are quoted. */
  readonly count: number | null;
};

/** The words of a part, cut down to what differs where they are many. */
export function wordsOfPart({ kind, present, absent }: Part): PartWords {
  const [after, before] = [inOneLine(present), inOneLine(absent)];
  if (after === '' && before !== '') return { kind: 'removed', ...alone(before) };
  if (before === '') return { kind: 'added', ...alone(after) };
  const [text, instead] = differing(after, before);
  const count = text === after ? countOf(after) : null;
  return { kind: kind === 'wording' ? 'same' : 'replaced', text, instead, count };
}

/** The quote: the words themselves; with what they replaced, or that they were removed. */
export function quoteWords({ kind, text, instead }: PartWords): Phrases {
  if (kind === 'removed') return [...words('without '), ...code(text, longest)];
  if (instead === '') return code(text, longest);
  return [...code(text, longest), ...words(' in place of '), ...code(instead, longest)];
}

// As much as a reader takes in at one glance.
const longest = 120;
// Words that are kept around a difference, so that its place is seen.
const around = 4;

function alone(text: string): Pick<PartWords, 'text' | 'instead' | 'count'> {
  return { text, instead: '', count: text.length > longest ? null : countOf(text) };
}

/** The text without its line ends and without the mark of a list, heading or quote at its start. */
function inOneLine(text: string): string {
  // Cut first, because a part may be a whole file.
  return text
    .slice(0, 20_000)
    .replace(/^\s*(?:(?:[-*+>]|\d{1,9}[.)]|#{1,6})\s+)+/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function countOf(text: string): number {
  return text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Two texts, or what differs between them where one of them is long. */
function differing(after: string, before: string): readonly [string, string] {
  if (Math.max(after.length, before.length) <= longest) return [after, before];
  const [one, other] = [after.split(' '), before.split(' ')];
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [window(one, start, end), window(other, start, end)];
}

function window(text: readonly string[], start: number, end: number): string {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, text.length - end + around);
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).join(' ')}${to < text.length ? ' …' : ''}`;
}
