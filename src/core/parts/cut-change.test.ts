import { expect, test } from '@jest/globals';
import { aChange, aVersion } from '../../testing/builders/a-question.ts';
import { cutChange } from './cut-change.ts';
import { textsWith } from './texts-with.ts';
import type { CutSpec } from './part.ts';

test('each hunk is a part with its place in the head, its words on both sides and its kind', () => {
  const base = 'One.\nHalves are rounded.\nThree.\nFour is  long.\nFive.\n';
  const head = 'One.\nHalves are dropped.\nThree.\nFour is long.\nFive.\nSix.\n';
  expect(shown(change(base, head))).toEqual([
    [[2, 2], 'requirement', 'Halves are rounded.\n', 'Halves are dropped.\n'],
    [[4, 4], 'wording', 'Four is  long.\n', 'Four is long.\n'],
    [[6, 6], 'explanation', '', 'Six.\n'],
  ]);
});

test('a single hunk is cut into the sentences that were rewritten, added and taken out', () => {
  const base = 'Round half up, e.g. 1.5 to 2. It is the same everywhere. Reject negative values.\n\nNext.\n';
  const head =
    'Round half down, e.g. 1.5 to 1. It is the same everywhere. Trim. Reject all negative values.\n\nNext.\n';
  const cut = change(base, head);
  expect(shown(cut)).toEqual([
    [[1, 1], 'requirement', 'Round half up, e.g. 1.5 to 2. ', 'Round half down, e.g. 1.5 to 1. '],
    [[1, 1], 'explanation', '', 'Trim. '],
    [[1, 1], 'requirement', 'Reject negative values.\n', 'Reject all negative values.\n'],
  ]);
  expect(textsWith(cut, ({ present }) => present === 'Trim. ')[0]?.text).toBe(
    base.replace('Reject', 'Trim. Reject'),
  );
});

test('a single hunk of new items is cut into the items, and a new paragraph stays whole', () => {
  const items = change('- a\n- z\n', '- a\n- b\n- c\n  - d\n- z\n');
  expect(shown(items).map(([, , , present]) => present)).toEqual(['- b\n', '- c\n', '  - d\n']);
  const paragraphs = change('One.\n', 'One.\n\nTwo must be. Three must be.\n\nFour.\n');
  expect(shown(paragraphs).map(([, , , present]) => present)).toEqual([
    '\nTwo must be. Three must be.\n',
    '\nFour.\n',
  ]);
});

test('two hunks in one sentence are one part, so that no text holds half of a rewritten sentence', () => {
  const cut = change(
    'The value\nmust be read\nin seconds.\n\nX\n',
    'The amount\nmust be read\nin minutes.\n\nY\n',
  );
  expect(shown(cut).map(([, , absent]) => absent)).toEqual(['The value\nmust be read\nin seconds.\n', 'X\n']);
});

test('a new spec and a deleted one can be cut too', () => {
  const fresh = cutChange(aChange({ base: null, hunks: [] }));
  expect(textsWith(fresh, () => false)).toEqual([]);
  expect(textsWith(fresh, () => true)).toEqual(aVersion('head').files);
  const gone = cutChange(aChange({ head: null, hunks: [] }));
  expect(textsWith(gone, () => true)).toEqual([]);
  expect(textsWith(gone, () => false)).toEqual(aVersion('base').files);
});

function change(base: string, head: string): CutSpec {
  return cutChange(
    aChange({
      base: aVersion('base', { files: [{ path: 'SPEC.md', text: base }] }),
      head: aVersion('head', { files: [{ path: 'SPEC.md', text: head }] }),
    }),
  );
}

function shown({
  parts,
}: CutSpec): readonly (readonly [readonly [number, number], string, string, string])[] {
  return parts.map(({ lines, kind, absent, present }) => [lines, kind, absent, present]);
}
