import type { PartKind } from './part.ts';

/** What the headings above a text say of it. */
export type Place = 'rules' | 'examples' | 'asides';

/** What a heading says of the text below it; null = nothing, it is as the text around. */
export function placeUnder(heading: string): Place | null {
  if (/\bexamples?\b/i.test(heading)) return 'examples';
  return asides.test(heading) ? 'asides' : null;
}

const asides =
  /\b(?:abstract|acknowledge?ments?|authors?|background|change ?log|design goals|faq|further reading|history|informative|introduction|licen[cs]e|motivation|non-goals|non-normative|notes?|overview|preface|problem statement|rationale|references|revision history|status of this|why)\b/i;

/** What a text is for its reader, told by its words and its place. It is a guess that only orders a search. */
export function kindOf(text: string, place: Place = 'rules'): PartKind {
  const words = text.trim().replace(/^(?:[-+*]|\d+[.)])\s+/, '');
  if (/^#{1,6}\s[^\n]*$/.test(words)) return 'heading';
  if (place === 'examples' || isExample(words)) return 'example';
  return isRequirement(words) && (place === 'rules' || isEmphatic(words)) ? 'requirement' : 'explanation';
}

/** What a changed place is for its reader: only its wording, where both sides have the same words. */
export function kindOfChange({
  absent,
  present,
}: {
  readonly absent: string;
  readonly present: string;
}): PartKind {
  const [before, after] = [wordsOf(absent), wordsOf(present)];
  if (before === after) return 'wording';
  const kinds = [present, absent].map((text) => kindOf(text));
  // What asks for something on either side can change what is built.
  return kinds.find((kind) => kind === 'requirement') ?? kindOf(present.trim() === '' ? absent : present);
}

function wordsOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s*_]/gu) ?? []).join(' ');
}

function isExample(words: string): boolean {
  return (
    /^(?:`{3}|~{3})/.test(words) || /^[*_(]*(?:for example|for instance|examples?\b|e\.g\.)/i.test(words)
  );
}

// The key words of RFC 2119 are meant as requirements wherever they stand.
function isEmphatic(words: string): boolean {
  return /\b(?:MUST|SHALL|SHOULD|REQUIRED|RECOMMENDED|MAY|OPTIONAL)\b/.test(words);
}

/** Whether a text says what must be so, in English. In another language it is found only by these key words. */
export function isRequirement(text: string): boolean {
  return [duty, passive, behaviour].some((pattern) => pattern.test(text));
}

const duty =
  /\b(?:must|shall|should|may|can(?:not|['’]t)?|required?s?|recommended|optional|never|always|only|at (?:least|most)|exactly|unless|forbidden|(?:dis)?allowed|permitted|prohibited|ensures?|do(?:es)? not|do(?:es)?n['’]t|will|won['’]t|(?:need|ha)(?:s|ve)? to|avoid|prefer)\b/i;
// Halves are rounded; the rest is then dropped.
const passive = /\b(?:is|are|be)\s+(?:(?:not|then|also|\p{L}+ly)\s+)?\p{L}+(?:ed|en|wn)\b/iu;
const behaviour =
  /\b(?:returns?|raises?|throws?|rejects?|accepts?|yields?|prints?|emits?|fails?|ignores?|defaults? to|rounds?|means|equals?|becomes?|counts? as|use|starts? with|ends? with)\b/i;
