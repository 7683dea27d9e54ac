import { expect, test } from '@jest/globals';
import { aQuestion } from '../../testing/builders/a-question.ts';
import { besideOthersNotes } from './unasked-note.ts';

const [one, other, third] = ['one', 'other', 'third'].map((id) => ({ question: { ...aQuestion(), id } }));
const all = [one, other, third].flatMap((each) => each ?? []);

test('a regression that no job could see by itself is named, with the reason why its words are not', () => {
  const notes = besideOthersNotes({
    regressed: all,
    strictly: all.slice(0, 1),
    found: [{ question: 'third' }],
  });

  expect(notes.map(({ question }) => question)).toEqual(['other']);
  expect(notes[0]?.note).toMatch(
    /^The words behind the regression of duration on anthropic\/simulated-model were not looked for: it shows only beside/,
  );
});

test('where each regression shows by itself nothing is said', () => {
  expect(besideOthersNotes({ regressed: all, strictly: all, found: [] })).toEqual([]);
});
