import type { TextUnit } from './text-units.ts';

/**
 * Whether a unit may be a rule: a heading, cell, list item, code or raw text; a sentence with a number, sign, quoted
 * text, code or address; or a sentence with a word that obliges, forbids, allows, limits or sets conditions.
 */
export function isNormative(unit: TextUnit): boolean {
  if (unit.kind !== 'sentence' || unit.isListed) return true;
  if (unit.tokens.some((token) => !isPlainWord(token) || obligingWords.has(token))) return true;
  return !isExplanation(unit) && unit.tokens.some((token) => limitingWords.has(token));
}

/** Whether a sentence only explains: it says so itself, or its heading says so. */
export function isExplanation({ tokens, under }: TextUnit): boolean {
  const sentence = `${tokens.join(' ')} `;
  return (
    explainingHeadings.has(under) ||
    under.startsWith('why ') ||
    openings.some((words) => sentence.startsWith(`${words} `))
  );
}

/** Whether sentences that are not rules use the same words in the same order, ignoring small words and endings. */
export function hasSameMeaning(base: readonly TextUnit[], head: readonly TextUnit[]): boolean {
  return JSON.stringify(base.flatMap(carriers)) === JSON.stringify(head.flatMap(carriers));
}

function isPlainWord(token: string): boolean {
  return /^[\p{L}\p{M}']+$/u.test(token);
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

// RFC 2119, and what people write instead.
const obligingWords = new Set(
  words(`
    must required require requires should recommended may optional never always only not no none nothing neither nor
    without unless except otherwise exactly precisely least most forbidden prohibited allowed allow allows invalid
    illegal error errors fail fails throw throws reject rejects ignore ignores ensure guarantee avoid default maximum
    minimum limit
  `),
);

// Words that make a sentence a rule unless it says that it only explains.
const limitingWords = new Set(
  words(`
    can could might will would need needs has have or if when whenever while until before after instead first last
    every each all any both either same equal equals different within under over above below between up down more less
    fewer valid accept accepts return returns null empty true false zero one two three four five six seven eight nine
    ten hundred thousand half double twice once
  `),
);

const explainingHeadings = new Set([
  'rationale',
  'background',
  'motivation',
  'introduction',
  'overview',
  'about',
  'history',
  'why',
  'see also',
  'further reading',
  'acknowledgements',
  'credits',
]);

const openings = [
  'note that',
  'for example',
  'in other words',
  'the reason',
  'the idea',
  'the motivation',
  'the purpose',
  'historically',
  'because',
  'we',
  'our',
  ...['document', 'section', 'page', 'spec', 'specification', 'file', 'chapter'].map(
    (noun) => `this ${noun}`,
  ),
];

function carriers({ tokens }: TextUnit): readonly string[] {
  return tokens.filter((token) => !smallWords.has(token)).map(stem);
}

// Words that can be added or removed without changing what a non-rule sentence says.
const smallWords = new Set(
  words(`
    a an the this that these those it its they their them which who is are was were be been being as of to in on at
    by with for and also then so thus there here very quite simply please just
    written write writes consist consists followed described describes describe called named known given
  `),
);

// Simple on purpose: it only needs to match singular and plural, and the forms of one verb.
function stem(word: string): string {
  return word.length <= 4 ? word : word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ings?|ed|es|s|e)$/, '');
}
