import type { Hunk } from '../../specs/spec.ts';
import { sourceLine } from '../words/escape.ts';
import { count } from '../words/wording.ts';

/** The lines of a hunk's two sides as they are quoted. */
export type ChangedLines = { readonly removed: readonly string[]; readonly added: readonly string[] };

/**
 * A hunk's lines around its difference, at most `maxLines` a side. Lines and parts of long lines are left out that are
 * the same words on both sides, so that what differs is seen.
 */
export function changedLines(
  { removed, added }: Pick<Hunk, 'removed' | 'added'>,
  maxLines: number,
): ChangedLines {
  const same = sameEnds(removed.join('\n'), added.join('\n'));
  return {
    removed: quoted(removed, same, maxLines),
    added: quoted(added, same, maxLines),
  };
}

/** How many characters, without blanks, the two sides have in common at the start and at the end. */
type SameEnds = { readonly start: number; readonly end: number };

// Blanks are not counted, because a paragraph that is wrapped elsewhere is the same in all but line ends.
function sameEnds(removed: string, added: string): SameEnds {
  const [one, other] = [lettersOf(removed), lettersOf(added)];
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  // With nothing to compare, or nothing but blanks changed, there is no difference to quote around.
  return start + end === Math.max(one.length, other.length) || most === 0
    ? { start: 0, end: 0 }
    : { start, end };
}

function lettersOf(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

type Line = { readonly text: string; readonly from: number; readonly to: number };

function quoted(lines: readonly string[], { start, end }: SameEnds, maxLines: number): readonly string[] {
  let at = 0;
  const placed = lines.map((text): Line => {
    const from = at;
    at += lettersOf(text).length;
    return { text, from, to: at };
  });
  const differs = { from: start, to: at - end };
  const differing = lines.length > maxLines ? placed.filter((line) => touches(line, differs)) : placed;
  // A side may hold nothing of its own, such as where words were only added.
  const kept = differing.length > 0 ? differing : placed;
  const shown = kept.slice(0, maxLines).map((line) => sourceLine(window(line, differs), longest));
  const rest = kept.length - shown.length;
  return rest > 0 ? [...shown, `… ${count(rest, 'more line')}`] : shown;
}

function touches({ from, to }: Line, differs: { readonly from: number; readonly to: number }): boolean {
  return to > differs.from && from < differs.to;
}

const longest = 200;
const around = 60;

/** A long line around its difference, cut between words. */
function window({ text, from, to }: Line, differs: { readonly from: number; readonly to: number }): string {
  if (text.length <= longest) return text;
  const start = differs.from > from ? placeOf(text, differs.from - from) : 0;
  const end = differs.to < to ? placeOf(text, Math.max(0, differs.to - from)) : text.length;
  const first = start > around ? text.indexOf(' ', start - around) : 0;
  const last = text.indexOf(' ', end + around);
  const begin = first > 0 && first < start ? first : 0;
  const stop = last > 0 ? last : text.length;
  return `${begin > 0 ? '…' : ''}${text.slice(begin, stop)}${stop < text.length ? ' …' : ''}`;
}

/** Where in a line its letter number `letters` stands. */
function placeOf(text: string, letters: number): number {
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (seen === letters && !/\s/.test(text.charAt(index))) return index;
    if (!/\s/.test(text.charAt(index))) seen += 1;
  }
  return text.length;
}
