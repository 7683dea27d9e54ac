import { expect, test } from '@jest/globals';
import { reportSituations } from '../../../testing/builders/report-situations.ts';
import { aSummary, aVerdict } from '../../../testing/builders/a-summary.ts';
import { regressedOnSol } from '../../../testing/builders/report-parts.ts';
import { blamed, foundBehindVerdict, partsOf } from '../../../testing/builders/some-words.ts';
import type { BlamedPart, FoundWords } from '../../blame/found-words.ts';
import type { Part } from '../../parts/part.ts';
import { markedPhrases } from '../words/phrases.ts';
import { foundLines } from './found-lines.ts';
import { likely, meaningOf } from './found-sentences.ts';
import { culprits } from './hunk-quote.ts';

const place = { head: 'c'.repeat(40), repositoryUrl: null, parts: 3 };
const [rule, other] = partsOf([
  { kind: 'requirement', present: '- Halves are rounded to the nearest minute.\n', absent: '' },
  { kind: 'example', present: '', absent: '- 30 s is 1.\n' },
]) as [Part, Part];
const foundIn = (found: Partial<FoundWords>): FoundWords => foundBehindVerdict(regressedOnSol, found);
const linesOf = (found: Partial<FoundWords>): readonly string[] =>
  foundLines(aSummary({ verdicts: [regressedOnSol], words: [foundIn(found)] }), place).flatMap(
    ({ line, list }) => [line, ...list].map((phrases) => markedPhrases(phrases)),
  );

test('the words, their lines, the probability, both checks and the calls stand in one line', () => {
  expect(linesOf({ parts: [blamed(rule)] })).toEqual([
    'The words behind it: `Halves are rounded to the nearest minute.` (`specs/duration/SPEC.md` line 1, 97 %): base with these 7 words alone passes 1/6, head without them 6/6 · 14 more calls. This change alone does it. Found among 4 changed parts.',
  ]);
});

test.each<[string, Partial<BlamedPart>, string]>([
  ['the base alone', { without: null }, 'base with these 7 words alone passes 1/6 ·'],
  ['the head alone', { alone: null }, ': head without these 7 words passes 6/6 ·'],
  ['neither', { alone: null, without: null }, '97 %): 14 more calls.'],
])('where %s was checked, only that is said', (_, checked, said) => {
  expect(linesOf({ parts: [blamed(rule, checked)] })[0]).toContain(said);
});

test('a check that the budget ended says what it saw, and that this was too little', () => {
  const [line] = linesOf({
    parts: [blamed(rule, { alone: { passed: 1, failed: 0 }, without: { passed: 0, failed: 0 } })],
    check: 'undecided',
    generations: { search: 8, check: 1 },
  });
  expect(line).toContain(
    '97 %): base with these 7 words alone passes 1/1 · 9 more calls. Too few fresh samples could be taken to settle whether this change does it alone. Found',
  );
});

test('a removed part is checked by taking it away and by giving it back', () => {
  expect(linesOf({ parts: [blamed(other)] })[0]).toContain(
    'without `30 s is 1.` (`specs/duration/SPEC.md` line 2, 97 %): base without these 4 words alone passes 1/6, head with them 6/6',
  );
});

test('each end of a search and each word of its check has a sentence of its own', () => {
  const ends = ['found', 'one-part', 'undecided', 'budget', 'unmeasured'] as const;
  const checks = ['this-part', 'needs-another', 'each-suffices', 'unexplained', 'undecided', null] as const;
  const sentences = ends.flatMap((end) =>
    checks.map((check) => markedPhrases(meaningOf(foundIn({ parts: [blamed(rule)], end, check })))),
  );

  expect(new Set(sentences).size).toBe(ends.length * checks.length);
  expect(sentences.filter((sentence) => !/^[A-Z\d].*\.$/.test(sentence))).toEqual([]);
});

test('words that fresh samples do not confirm are not called the words behind it', () => {
  expect(linesOf({ parts: [blamed(rule)], check: 'unexplained' })[0]).toMatch(/^The most probable words: /);
});

test('of many parts the most probable are listed, and the others are counted', () => {
  const many = Array.from({ length: 5 }, (_, index) =>
    blamed({ ...rule, id: `part ${index}` }, { probability: 0.2 }),
  );
  const lines = linesOf({ parts: many, end: 'undecided', check: null });

  expect(lines).toHaveLength(5);
  expect(lines.at(-1)).toBe('and 2 more parts');
});

test('a search that could name no part leaves the guess at the changed lines', () => {
  const summary = aSummary({ verdicts: [regressedOnSol], words: [foundIn({ parts: [], end: 'budget' })] });

  expect(foundLines(summary, place)).toEqual([]);
  expect(culprits(summary)).toEqual(regressedOnSol.culprit);
});

test('where only one part changed, the whole change is quoted as it is without a search', () => {
  const only = foundIn({ parts: [blamed(rule)], among: 1, end: 'one-part', check: null });
  const summary = aSummary({ verdicts: [regressedOnSol], words: [only] });

  expect(foundLines(summary, place)).toEqual([]);
  expect(culprits(summary)).toEqual(regressedOnSol.culprit);
});

test('what was found behind one verdict leaves the guess behind another', () => {
  const { words = [], ...without } = reportSituations['words-found'] ?? aSummary();
  const elsewhere = aVerdict({ ...regressedOnSol, model: 'a/third' });
  const summary = { ...without, words, verdicts: [...without.verdicts, elsewhere] };

  expect(culprits(summary)).toEqual(regressedOnSol.culprit);
});

test.each([
  [0.999, 'over 99 %'],
  [0.97, '97 %'],
  [0.001, 'under 1 %'],
])('a probability of %d is never rounded to certainty: %s', (probability, said) => {
  expect(likely(probability)).toBe(said);
});
