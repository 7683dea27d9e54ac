import { expect, test } from '@jest/globals';
import { blamed, changeOf, foundBehindVerdict, partsOf } from '../../../../testing/builders/some-words.ts';
import { aSummary } from '../../../../testing/builders/a-summary.ts';
import { regressedOnSol } from '../../../../testing/builders/report-parts.ts';
import type { Part } from '../../../parts/part.ts';
import { annotatedText } from './annotated-text.ts';
import { render } from '../page.ts';
import { blamedNotes, type TextNote } from './text-notes.ts';

type Pieces = Parameters<typeof partsOf>[0];

const kind = 'requirement';
const note = (part: Part): TextNote => ({ part, kind: 'blamed', title: 'blamed', lines: [] });
/** The rows of the table as text, cells apart; `[…]` is what is marked. */
const rowsOf = (pieces: Pieces, notes: readonly TextNote[] = partsOf(pieces).map(note)): readonly string[] =>
  render(annotatedText(changeOf(pieces), notes))
    .split('<tr')
    .slice(2)
    .map((row) =>
      row
        .replaceAll(/<(?:mark|del)>/g, '[')
        .replaceAll(/<\/(?:mark|del)>/g, ']')
        .replaceAll(/<\/t[dh]>/g, '|')
        .replaceAll(/<[^>]*>/g, '')
        .replace(/^[^>]*>/, ''),
    );

test('a part stands in the text with its note beside it, and its words are marked', () => {
  expect(rowsOf(['one\ntwo ', { kind, present: 'new', absent: 'old' }, ' end\nthree\n'])).toEqual([
    '1|one|',
    '2|two [new] end|in place of oldblamed|',
    '3|three|',
  ]);
});

test('what was removed stands before the line that follows it', () => {
  expect(rowsOf(['one\n', { kind, present: '', absent: 'gone\nas well\n' }, 'two\n'])).toEqual([
    '1|one|',
    '−|[gone]|blamed|',
    '−|[as well]|',
    '2|two|',
  ]);
});

test('what was removed at the end of a text stands behind its last line', () => {
  expect(rowsOf(['one\n', { kind, present: '', absent: 'gone\n' }])).toEqual(['1|one|', '−|[gone]|blamed|']);
});

test('several parts of one line share its margin, which quotes each', () => {
  const pieces: Pieces = [
    { kind, present: 'First. ', absent: '' },
    { kind, present: 'Second.', absent: '' },
    '\n',
  ];

  expect(rowsOf(pieces)).toEqual(['1|First. Second.|First.blamedSecond.blamed|']);
});

test('lines that are far from every note are counted', () => {
  const pieces: Pieces = ['a\nb\nc\nd\ne\n', { kind, present: 'new\n', absent: '' }, 'f\ng\nh\ni\n'];

  expect(rowsOf(pieces)).toEqual([
    '· · · 2 more lines · · ·|',
    ...['3|c|', '4|d|', '5|e|', '6|[new]|blamed|', '7|f|', '8|g|', '9|h|'],
    '· · · 1 more line · · ·|',
  ]);
});

test('a note on lines that the text does not have is still shown', () => {
  const pieces: Pieces = ['one\n'];
  const part: Part = {
    id: 'p',
    file: 'specs/duration/SPEC.md',
    kind,
    lines: [8, 9],
    present: 'x',
    absent: '',
  };

  expect(rowsOf(pieces, [note(part)])).toContain('||blamed|');
});

test('the margin says for each verdict how probable it is and what both checks showed', () => {
  const [part] = partsOf([{ kind, present: 'new words\n', absent: '' }]) as [Part];
  const found = foundBehindVerdict(regressedOnSol, { parts: [blamed(part)] });
  const [told] = blamedNotes(aSummary({ verdicts: [regressedOnSol], words: [found] }), 'duration');

  expect(told?.lines[0]).toBe(
    'base with these 2 words alone passes 1/6, head without them 6/6 · 14 more calls',
  );
});
