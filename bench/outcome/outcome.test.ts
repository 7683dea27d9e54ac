import { describe, expect, test } from '@jest/globals';
import { rowOf, rowText } from '../outcome.ts';
import { outcomeFile, shownFigure } from './outcome-file.ts';

describe('a figure of a bench', () => {
  test('is printed beside its bound, with what it is', () => {
    const row = rowOf({ what: 'wall time of 96 cells', figure: 1.0449, unit: '×', atMost: 1.05 });

    expect(rowText(row)).toBe('ok     wall time of 96 cells: 1.04 ×; at most 1.05 ×');
  });

  test.each([
    { figure: 1.06, atMost: 1.05, isWithin: false },
    { figure: 1.05, atMost: 1.05, isWithin: true },
    { figure: 94, atLeast: 95, isWithin: false },
    { figure: Number.NaN, atMost: 1, isWithin: false },
    { figure: Number.NaN, atLeast: 1, isWithin: false },
    // The interval decides.
    { figure: 5.1, atMost: 5, isWithin: true, said: true },
  ])('%o keeps its promise or misses it', ({ isWithin, said, ...figure }) => {
    const row = rowOf({ what: 'a', unit: '%', ...figure, ...(said === undefined ? {} : { isWithin: said }) });

    expect(row.isWithin).toBe(isWithin);
    expect(rowText(row).startsWith(isWithin ? 'ok ' : 'MISSED ')).toBe(true);
  });

  test('without a bound is only shown', () => {
    const row = rowOf({ what: 'calls', figure: 96, unit: 'calls' });

    expect(row).toEqual({ id: 'calls', what: 'calls', figure: 96, unit: 'calls' });
    expect(rowText(row)).toBe('       calls: 96 calls');
  });

  test('is named by its subject and by what it says, unless it has a name of its own', () => {
    const figure = { subject: 'Cold, 4 questions', what: 'blocked (any)', figure: 1, unit: '%' };

    expect(rowOf(figure).id).toBe('cold-4-questions-blocked-any');
    expect(rowOf({ ...figure, id: 'blocked' }).id).toBe('blocked');
  });
});

test.each([
  [0.9123, '%', '0.91 %'],
  [13.44, 's', '13.4 s'],
  [311.4, 'MB', '311 MB'],
  [29_701, 'answers', '29,701 answers'],
  [0, '', '0'],
])('%d is shown as short as it may be', (value, unit, text) => {
  expect(shownFigure(value, unit)).toBe(text);
});

test('two figures of one name are refused: a document could not say which it quotes', () => {
  const row = { id: 'a', what: 'a', figure: 1, unit: '' };
  const file = {
    command: 'npm run bench:a',
    date: '2026-11-30',
    machine: { cores: 2, memoryGb: 8, cpu: 'a', system: 'Linux 6.1' },
    load: 0,
    versions: {},
  };

  expect(outcomeFile.safeParse({ ...file, rows: [row] }).success).toBe(true);
  expect(outcomeFile.safeParse({ ...file, rows: [row, row] }).error?.message).toContain('same id');
});
