import { describe, expect, test } from '@jest/globals';
import { outcomeFile } from '../../bench/outcome/outcome-file.ts';
import { rowOf, type MeasuredFigure } from '../../bench/outcome.ts';
import { benchmarksText } from './benchmarks-text.ts';
import { outcomesOf } from './outcomes.ts';
import { pricesTable } from './prices-table.ts';

function stored(name: string, ...figures: readonly MeasuredFigure[]) {
  const file = outcomeFile.parse({
    command: `npm run bench:${name}`,
    date: '2026-11-30',
    commit: '0123abcd',
    machine: { cores: 2, memoryGb: 8, cpu: 'Some CPU', system: 'Linux 6.1', files: 'ext4 with a journal' },
    load: 0.25,
    versions: { node: '24.0.0' },
    seed: 1,
    rows: figures.map((figure) => rowOf(figure)),
  });
  return outcomesOf(new Map([[name, file]]));
}

const blocked = (what: string, figure: number): MeasuredFigure => ({
  ...{ subject: 'false blocks', what, figure, unit: '%', atMost: 5 },
});

describe('docs/benchmarks.md', () => {
  test('says by which command, when, where and with what figures were made, and how many promises were kept', () => {
    const text = benchmarksText(
      stored('engine-plain', { what: 'ratio', figure: 1.04, unit: '×', atMost: 1.05 }),
    );

    expect(text).toContain(
      '`npm run bench:engine-plain`; 2026-11-30; commit 0123abcd; seed 1; 2 cores (Some CPU), 8 GB, Linux 6.1; files on ext4 with a journal; node 24.0.0; load 0.3 before it',
    );
    expect(text).toContain('1 of 1 promises kept. [All figures](benchmarks/engine-plain.json).');
    expect(text).toContain('| ratio | 1.04 × | at most 1.05 × |');
  });

  test('shows of figures with one bound the one that comes closest, and says what was missed', () => {
    const lines = (last: number): string =>
      benchmarksText(
        stored('verdicts', blocked('1 cell', 1), blocked('4 cells', 4.4), blocked('12 cells', last)),
      );

    expect(lines(2)).toContain('| false blocks, 3 times | 4.40 % at the closest (4 cells) | at most 5 % |');
    expect(lines(6)).toContain(
      '| false blocks, 3 times | 6 % at the closest (12 cells) | at most 5 %, **1 missed** |',
    );
    expect(lines(6)).toContain('2 of 3 promises kept.');
  });

  test('leaves out figures without a promise where they are many, and says so', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      what: `shown ${index}`,
      figure: index,
      unit: '',
    }));
    const text = benchmarksText(stored('verdicts', blocked('1 cell', 1), ...many));

    expect(text).toContain('30 figures without a promise are in the file.');
    expect(text).not.toContain('shown 3');
  });

  test('has a chapter for every bench that stored something', () => {
    expect(() => benchmarksText(stored('nowhere', blocked('a', 1)))).toThrow('nowhere');
  });
});

describe('a page', () => {
  const outcomes = stored(
    'verdicts',
    { ...blocked('1 cell', 1.6), id: 'a', interval: [1.26, 2.04] },
    blocked('b', 3),
  );

  test('quotes a figure as it was stored, with its interval or a range', () => {
    expect(outcomes.figure('verdicts', 'a')).toBe('1.60 %');
    expect(outcomes.withInterval('verdicts', 'a')).toBe('1.60 % [1.26, 2.04]');
    expect(outcomes.range('verdicts', () => true)).toBe('1.60 to 3 %');
  });

  test('cannot quote what nobody measured', () => {
    expect(() => outcomes.figure('engine', 'a')).toThrow('`engine`');
    expect(() => outcomes.figure('verdicts', 'gone')).toThrow('no figure `gone`');
    expect(() => outcomes.range('verdicts', () => false)).toThrow('none of these');
  });

  test('cannot quote the price of a model that is not in the price table', () => {
    expect(() => pricesTable('USD', ['openai/unheard-of'])).toThrow('unheard-of');
    expect(() => pricesTable('USD', ['nobody/a-model'])).toThrow('no provider');
  });
});
