import { mostCheckSamples } from '../../blame/check.ts';
import type { BlamedPart, Check, Counts, FoundWords } from '../../blame/found-words.ts';
import { words, type Phrases } from '../words/phrases.ts';
import { count, rate } from '../words/wording.ts';
import { wordsOfPart, type PartWords } from './part-words.ts';

/** A probability as a share that is never rounded to certainty: "97 %", "over 99 %". */
export function likely(probability: number): string {
  const percent = Math.round(probability * 100);
  if (percent > 99) return 'over 99 %';
  return percent < 1 ? 'under 1 %' : `${percent} %`;
}

/** What both checks showed: "base with these 8 words alone passes 1/6, head without them 6/6"; empty without a check. */
export function checksOf({ parts: [first] }: FoundWords): string {
  return first === undefined ? '' : checked(first);
}

/** How many generations it took beyond those of the verdict: "14 more calls"; empty if none. */
export function callsOf({ generations: { search, check } }: FoundWords): string {
  return search + check === 0 ? '' : count(search + check, 'more call');
}

/** What the check and the end of the search mean, in plain sentences; what is sure comes first. */
export function meaningOf(found: FoundWords): Phrases {
  const check = found.check === null ? [] : words(checkSentences[found.check](found));
  const end = endSentence(found);
  const isSettled = found.end === 'found' || found.end === 'one-part';
  return (isSettled ? [check, end] : [end, check])
    .filter((sentence) => sentence.length > 0)
    .flatMap((sentence, index) => (index === 0 ? sentence : [...words(' '), ...sentence]));
}

/** Whether one part is named, and nothing speaks against it. */
export function isSure({ parts, end, check }: FoundWords): boolean {
  return parts.length === 1 && (end === 'found' || end === 'one-part') && check !== 'unexplained';
}

function checked({ part, alone, without }: BlamedPart): string {
  const quoted = wordsOfPart(part);
  const isSaid = isMeasured(alone);
  const sides: readonly [string, Counts | null][] = [
    [`base ${aloneWords(quoted)} passes`, alone],
    [`${isSaid ? ', head' : 'head'} ${withoutWords(quoted, isSaid)}`, without],
  ];
  return sides.map(([said, counts]) => (isMeasured(counts) ? `${said} ${rate(counts)}` : '')).join('');
}

// A check that the budget ends may have asked about one of its texts only.
function isMeasured(counts: Counts | null): counts is Counts {
  return counts !== null && counts.passed + counts.failed > 0;
}

function aloneWords(quoted: PartWords): string {
  switch (quoted.kind) {
    case 'removed':
      return `without ${these(quoted)} alone`;
    case 'same':
      return 'with this way of writing alone';
    case 'added':
    case 'replaced':
      return `with ${these(quoted)} alone`;
  }
}

// After the other check a pronoun is enough.
function withoutWords(quoted: PartWords, isSaid: boolean): string {
  const own = isSaid ? itOrThem(quoted) : these(quoted);
  switch (quoted.kind) {
    case 'removed':
      return `with ${own}${isSaid ? '' : ' passes'}`;
    case 'same':
      return isSaid ? 'without it' : 'without this way of writing passes';
    case 'added':
    case 'replaced':
      return `without ${own}${isSaid ? '' : ' passes'}`;
  }
}

function these({ count: many }: PartWords): string {
  if (many === null || many === 0) return 'this text';
  return many === 1 ? 'this word' : `these ${many} words`;
}

function itOrThem({ count: many }: PartWords): string {
  return many === null || many < 2 ? 'it' : 'them';
}

const checkSentences: Readonly<Record<Check, (found: FoundWords) => string>> = {
  'this-part': (found) => `${subjectOf(found)} alone does it.`,
  'needs-another': (found) =>
    `${subjectOf(found)} alone does no harm; together with another of the ${found.among} changed parts it does.`,
  'each-suffices': (found) =>
    `${subjectOf(found)} alone does it, and so does another of the ${found.among} changed parts.`,
  unexplained: (found) =>
    `Fresh samples do not confirm it: ${lower(subjectOf(found))} alone does no harm, and without it the tests do not pass as on the base. The cause is not known.`,
  undecided: (found) =>
    `${found.generations.check < 2 * mostCheckSamples ? 'Too few fresh samples could be taken to settle' : 'Fresh samples did not settle'} whether ${lower(subjectOf(found))} does it alone.`,
};

// The check is about the most probable part.
function subjectOf({ parts }: FoundWords): string {
  return parts.length === 1 ? 'This change' : 'The first of them';
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function endSentence({ parts, among, end, check, generations }: FoundWords): Phrases {
  const changed = count(among, 'changed part');
  const which = parts.length === 1 ? 'this one is the most probable' : 'it is most probably one of these';
  const unchecked = check === null ? ' Fresh samples have not checked it.' : '';
  switch (end) {
    case 'found':
      return words(`Found among ${changed}.${unchecked}`);
    case 'one-part':
      return words('Nothing else in the text changed.');
    case 'undecided':
      return words(
        `${count(generations.search, 'call')} did not settle which of ${changed} it is; ${which}.`,
      );
    case 'budget':
      return words(
        `The search among ${changed} ended early, because what the budget leaves for it is spent; ${which}.`,
      );
    case 'unmeasured':
      return words(
        `The search among ${changed} ended early, because the model gave no more answers; ${which}.`,
      );
  }
}
