import { expect, test } from '@jest/globals';
import { servedNotes } from './served-notes.ts';

/** A sample of an agent whose turns these models answered. */
function sampleOf(role: 'base' | 'head', servedInTurns: readonly string[], id = 'scribe') {
  return { role, arm: { model: { id } }, generation: { servedInTurns } };
}

test('nothing is said where one model answered everything, or nobody said which', () => {
  expect(
    servedNotes([
      ...[sampleOf('base', ['a']), sampleOf('head', ['a']), sampleOf('head', [])],
      ...[sampleOf('base', [], 'other'), sampleOf('head', ['b'], 'other')],
      { ...sampleOf('head', []), generation: null },
    ]),
  ).toEqual([]);
});

test('several models within one sample are said, with the number of such samples', () => {
  expect(
    servedNotes([sampleOf('base', ['b', 'a']), sampleOf('base', ['a']), sampleOf('head', ['a', 'b'])]),
  ).toEqual(['scribe was served by several models within 2 of 3 samples: a, b.']);
});

test('other models on one side than on the other are said', () => {
  expect(servedNotes([sampleOf('base', ['a']), sampleOf('head', ['b'])])).toEqual([
    'scribe was served by a on the base and by b on the head, so the vendor may be behind a difference.',
  ]);
});
