import type { Paragraph, PhrasingContent } from 'mdast';
import { spanOf } from './clause.ts';

/**
 * Where the sentences of a paragraph begin, its own beginning included. Code, links and emphasis are never cut, nor is
 * what stands in brackets or quotation marks; in doubt two sentences stay one.
 */
export function sentenceStarts(text: string, paragraph: Paragraph): readonly number[] {
  const { from, to } = spanOf(paragraph);
  // Without one of its lines such a paragraph could become a table.
  if (/^[ \t|:-]*-[ \t|:-]*$/m.test(text.slice(from, to))) return [from];
  const prose = proseOf(text, paragraph);
  const starts = [from];
  for (const { index } of segmenter().segment(prose)) {
    const start = from + index;
    const sentence = prose.slice((starts.at(-1) ?? from) - from, index);
    if (index > 0 && endsSentence(sentence) && !looksLikeBlock(text.slice(start, to))) starts.push(start);
  }
  return starts;
}

// It takes 10 ms to make one, and most runs cut no paragraph.
const segmenter = (): Intl.Segmenter => (made ??= new Intl.Segmenter('en', { granularity: 'sentence' }));
let made: Intl.Segmenter | null = null;

/**
 * The paragraph with line ends as blanks and all that is not plain text made unreadable, each at its place: what no child
 * holds, as the white space before a line that begins with code, is blank too.
 */
function proseOf(text: string, paragraph: Paragraph): string {
  const start = spanOf(paragraph).from;
  let prose = '';
  for (const child of paragraph.children) {
    const { from, to } = spanOf(child);
    const words =
      child.type === 'text' ? text.slice(from, to).replaceAll('\n', ' ') : standIn(child, to - from);
    prose = prose.padEnd(from - start) + words;
  }
  return prose;
}

// A capital letter, so that a sentence may begin with code.
function standIn(child: PhrasingContent, length: number): string {
  return endsWithStop(child) ? `${'X'.repeat(Math.max(length - 1, 0))}.` : 'X'.repeat(length);
}

// **A sentence in bold ends like any other.** Code may end with anything.
function endsWithStop(child: PhrasingContent): boolean {
  if (child.type === 'text') return /[.!?]$/.test(child.value);
  const last = 'children' in child ? child.children.at(-1) : undefined;
  return last !== undefined && (child.type === 'emphasis' || child.type === 'strong') && endsWithStop(last);
}

function endsSentence(sentence: string): boolean {
  return (
    /[\s]$/.test(sentence) &&
    !abbreviation.test(sentence) &&
    !/^\s*\p{N}+[.)]\s*$/u.test(sentence) &&
    count(sentence, '(') <= count(sentence, ')') &&
    count(sentence, '[') <= count(sentence, ']') &&
    count(sentence, '“') <= count(sentence, '”') &&
    count(sentence, '"') % 2 === 0
  );
}

const abbreviation =
  /(?:^|[^\p{L}\p{N}])(?:e\.?g|i\.?e|etc|cf|vs|viz|resp|approx|ca|incl|excl|al|fig|figs|sec|sect|ch|eq|no|nos|nr|vol|pp?|ed|eds|dr|mr|mrs|ms|prof|st|inc|ltd|co|max|min|z\.\s?b|d\.\s?h|u\.\s?a|bzw|usw|ggf|vgl|\p{L})\.\s*$/iu;

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** Whether words would begin a list, a heading, a quote, a table or another block if they began a line. */
export function looksLikeBlock(rest: string): boolean {
  return /^(?:[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|#{1,6}(?:\s|$)|>|\||`{3}|~{3}|<|\[[^\]]*\]:|[-=_*]+\s*(?:\n|$)|[*_-](?:[ \t]*[*_-]){2})/.test(
    rest,
  );
}
