import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changedLines } from './changed-lines.ts';

const words = (count: number, word: string): string => `${word} `.repeat(count);

test('short lines are quoted whole', () => {
  expect(changedLines({ removed: ['Round half up.'], added: ['Round sensibly.'] }, 12)).toEqual({
    removed: ['Round half up.'],
    added: ['Round sensibly.'],
  });
});

test('a long line is quoted from some words before its difference to some words after it', () => {
  const line = (rule: string) => `${words(80, 'before')}rounded ${rule}, which ${words(80, 'after')}`;
  const { removed, added } = changedLines({ removed: [line('half up')], added: [line('sensibly')] }, 12);

  expect(removed[0]).toMatch(/^… before .*before rounded half up, which after .*after …$/);
  expect(added[0]).toMatch(/^… before .*before rounded sensibly, which after .*after …$/);
});

test('a paragraph that is wrapped elsewhere is quoted from the lines in which a word differs', () => {
  const text = (rule: string) => `${words(200, 'same')}${rule} ${words(200, 'same')}`.split(' ');
  const wrapped = (rule: string, width: number) =>
    Array.from({ length: Math.ceil(401 / width) }, (_, line) =>
      text(rule)
        .slice(line * width, (line + 1) * width)
        .join(' '),
    );
  const { removed, added } = changedLines({ removed: wrapped('up', 10), added: wrapped('down', 11) }, 12);

  expect(removed).toEqual([expect.stringContaining('up')]);
  expect(added).toEqual([expect.stringContaining('down')]);
});

test('a long line of which the beginning or the end differs is quoted from there', () => {
  const at = (first: string, last: string) => `${first} ${words(80, 'same')}${last}`;

  expect(changedLines({ removed: [at('Up', 'x')], added: [at('Down', 'x')] }, 12).added[0]).toMatch(
    /^Down same .*same …$/,
  );
  expect(changedLines({ removed: [at('x', 'up')], added: [at('x', 'down')] }, 12).added[0]).toMatch(
    /^… same .*same down$/,
  );
});

test('lines that are wrapped elsewhere and nothing else are quoted from the first on', () => {
  const { removed, added } = changedLines({ removed: ['a b c'], added: ['a b', 'c'] }, 1);

  expect(removed).toEqual(['a b c']);
  expect(added).toEqual(['a b', '… 1 more line']);
});

test('what was only added or only removed is quoted from its beginning', () => {
  expect(changedLines({ removed: [], added: ['one', 'two'] }, 12)).toEqual({
    removed: [],
    added: ['one', 'two'],
  });
});

test('whatever changed, a quote holds something of each side and no more than asked for', () => {
  const lines = fc.array(fc.string({ maxLength: 300 }), { maxLength: 6 });
  fc.assert(
    fc.property(lines, lines, fc.integer({ min: 1, max: 4 }), (removed, added, max) => {
      const quoted = changedLines({ removed, added }, max);
      for (const [side, all] of [
        [quoted.removed, removed],
        [quoted.added, added],
      ] as const) {
        expect(side.length).toBeLessThanOrEqual(max + 1);
        expect(side.length > 0).toBe(all.length > 0);
      }
    }),
  );
});
