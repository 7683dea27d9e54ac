import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hunksBetween } from './hunks.ts';

const file = (path: string, ...lines: readonly string[]): { path: string; text: string } => ({
  path,
  text: lines.map((line) => `${line}\n`).join(''),
});
const noRenames = new Map<string, string>();

test('each changed stretch is a hunk with its lines on both sides', () => {
  const base = [file('a.md', 'one', 'two', 'three', 'four', 'five')];
  const head = [file('a.md', 'one', '2', 'three', 'four', 'more', 'five')];
  expect(hunksBetween(base, head, noRenames)).toEqual([
    { index: 0, file: 'a.md', baseStart: 2, headStart: 2, removed: ['two'], added: ['2'] },
    { index: 1, file: 'a.md', baseStart: 5, headStart: 5, removed: [], added: ['more'] },
  ]);
});

test('equal texts give none, and a line that only looks like a sign stays whole', () => {
  expect(hunksBetween([file('a', '- x')], [file('a', '- x')], noRenames)).toEqual([]);
  expect(hunksBetween([file('a', '- x', '+ y')], [file('a', '\\ x', '+ y')], noRenames)).toMatchObject([
    { removed: ['- x'], added: ['\\ x'] },
  ]);
});

test('a missing last line end is no line of its own', () => {
  const hunks = hunksBetween([{ path: 'a', text: 'x' }], [{ path: 'a', text: 'y' }], noRenames);
  expect(hunks).toMatchObject([{ removed: ['x'], added: ['y'], baseStart: 1, headStart: 1 }]);
});

test('a renamed file is compared with what it was; new and deleted files are whole', () => {
  const base = [file('old.md', 'one', 'two'), file('gone.md', 'g')];
  const head = [file('new.md', 'one', '2'), file('fresh.md', 'f')];
  expect(hunksBetween(base, head, new Map([['new.md', 'old.md']]))).toMatchObject([
    { index: 0, file: 'new.md', removed: ['two'], added: ['2'] },
    { index: 1, file: 'fresh.md', removed: [], added: ['f'] },
    { index: 2, file: 'gone.md', removed: ['g'], added: [] },
  ]);
});

test('a text that is rewritten from end to end is one hunk, soon', () => {
  const lines = (word: string): readonly string[] => [
    'same',
    ...Array.from({ length: 20_000 }, (_, at) => word + at),
    'end',
  ];
  const hunks = hunksBetween([file('a', ...lines('x'))], [file('a', ...lines('y'))], noRenames);
  expect(hunks.map((hunk) => [hunk.baseStart, hunk.removed.length, hunk.added.length])).toEqual([
    [2, 20_000, 20_000],
  ]);
});

test('applying the hunks to the base gives the head', () => {
  const line = fc.constantFrom('a', 'b', '', '-', '+', ' ', '\\ No newline');
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (before, after) => {
      const hunks = hunksBetween([file('a', ...before)], [file('a', ...after)], noRenames);
      const result: string[] = [...before];
      for (const hunk of hunks.toReversed())
        result.splice(hunk.baseStart - 1, hunk.removed.length, ...hunk.added);
      expect(result).toEqual(after);
      for (const hunk of hunks) {
        expect(after.slice(hunk.headStart - 1, hunk.headStart - 1 + hunk.added.length)).toEqual(hunk.added);
      }
    }),
  );
});
