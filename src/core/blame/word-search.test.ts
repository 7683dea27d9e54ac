import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aChange, aModel, aVersion } from '../../testing/builders/a-question.ts';
import { armsFor } from '../plan/arm.ts';
import { coldDraw } from '../plan/draw.ts';
import { ask, type Question } from '../plan/question.ts';
import { hunksBetween } from '../specs/hunks.ts';
import { mostCheckSamples } from './check.ts';
import { mostSearchSamples } from './search.ts';
import { WordSearch, type Shown, type WordSample } from './word-search.ts';
import { wordTexts } from './word-texts.ts';

const path = 'specs/duration/SPEC.md';

/** A question about a text of which every other line changed. */
function questionOf(parts: number): Question {
  const textOf = (side: string): string =>
    Array.from({ length: parts }, (_, line) => `The ${side} of rule ${line}.\n\nKept ${line}.\n\n`).join('');
  const [base, head] = (['base', 'head'] as const).map((side) =>
    aVersion(side, { files: [{ path, text: textOf(side) }] }),
  );
  if (base === undefined || head === undefined) throw new Error('two sides');
  const change = aChange({ base, head, hunks: hunksBetween(base.files, head.files, new Map()) });
  const armOf = armsFor(change);
  const arms = { base: armOf(base, aModel()), head: armOf(head, aModel()) };
  return { ...ask({ asks: 'regression', change, ...arms }), ...coldDraw([3, 5]) };
}

const clear = { base: { passed: 5, failed: 0 }, head: { passed: 0, failed: 5 } };

/** Runs a search to its end; `shows` says what a sample shows. */
function searched(question: Question, shows: (sample: WordSample, count: number) => Shown) {
  const texts = wordTexts(question);
  const taken: WordSample[] = [];
  const shown = new Map<string, Shown>();
  const keyOf = ({ arm, sample }: WordSample): string => arm.keyOf(sample);
  const start = { question, texts, signal: [], detected: clear };
  const search = new WordSearch(start, (sample) => shown.get(keyOf(sample)) ?? 'unmeasured');
  for (let due = search.due(); due.length > 0; due = search.due()) {
    for (const sample of due) {
      shown.set(keyOf(sample), shows(sample, taken.length));
      taken.push(sample);
    }
  }
  return { found: search.found(), keys: taken.map(keyOf), texts };
}

function readsRule({ arm }: WordSample, rule: number): Shown {
  return arm.prompt.user.includes(`The base of rule ${rule}.`) ? 'passed' : 'failed';
}

test('the part that a model fails on is found and confirmed, whichever it is', () => {
  for (const rule of [0, 3, 7]) {
    const { found, texts } = searched(questionOf(8), (sample) => readsRule(sample, rule));

    expect(found).toMatchObject({ end: 'found', check: 'this-part', among: 8 });
    expect(found.parts.map(({ part }) => part)).toEqual([texts.parts[rule]]);
  }
});

test('the text without any edit has the keys of the base, that with all edits those of the head', () => {
  const question = questionOf(5);
  const { textWith } = wordTexts(question);

  expect(textWith(() => false).keyOf(4)).toBe(question.base?.keyOf(4));
  expect(textWith(() => true).keyOf(4)).toBe(question.head.keyOf(4));
  expect(textWith((place) => place === 2).version).toBe(question.head.version);
});

test('whatever its samples show, a search ends within its limits and takes no sample twice, nor one of the verdict', () => {
  const anything = fc.constantFrom<Shown>('passed', 'failed', 'nothing');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.array(anything, { minLength: 32, maxLength: 32 }),
      (parts, shows) => {
        const question = questionOf(parts);
        const { found, keys } = searched(question, (_, count) => shows[count] ?? 'nothing');
        const ofVerdict = [question.base, question.head].flatMap((arm) =>
          Array.from({ length: 5 }, (_, sample) => arm?.keyOf(sample) ?? ''),
        );

        expect(new Set([...keys, ...ofVerdict]).size).toBe(keys.length + ofVerdict.length);
        expect(found.generations.search).toBeLessThanOrEqual(mostSearchSamples);
        expect(found.generations.check).toBeLessThanOrEqual(2 * mostCheckSamples);
        expect(found.generations.search + found.generations.check).toBe(keys.length);
        expect(found.parts.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 60 },
  );
});

test('where the model gives no more answers the search stops at once, and what it knows by then stays', () => {
  const { found, keys } = searched(questionOf(8), (sample, count) =>
    count < 2 ? readsRule(sample, 3) : 'unmeasured',
  );

  expect(found).toMatchObject({ end: 'unmeasured', check: null, generations: { search: 2, check: 0 } });
  expect(keys).toHaveLength(3);
});

test('a search that gets no answer at all names no part: its shares would be those from before the search', () => {
  const { found } = searched(questionOf(8), () => 'budget');

  expect(found).toMatchObject({
    parts: [],
    end: 'budget',
    check: null,
    generations: { search: 0, check: 0 },
  });
});

test('a check that the budget ends leaves the part that the search found, unchecked', () => {
  const whole = searched(questionOf(8), (sample) => readsRule(sample, 3));
  const { search } = whole.found.generations;

  const { found } = searched(questionOf(8), (sample, count) =>
    count < search ? readsRule(sample, 3) : 'budget',
  );

  expect(found).toMatchObject({ end: 'found', check: null, generations: { search, check: 0 } });
});
