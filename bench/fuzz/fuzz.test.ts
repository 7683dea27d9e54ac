import { expect, test } from '@jest/globals';
import { readReport } from '../../src/core/results/read-report.ts';
import { fuzzAnswers } from './fuzz-answers.ts';
import { fuzzForeignLines, fuzzRecordsFiles } from './fuzz-exchanged.ts';
import { fuzzReports } from './fuzz-reports.ts';
import { overgrownReports } from './overgrown-reports.ts';

test('no generated answer gets a path past the rules, and every reason to refuse one is met', () => {
  const fuzzed = fuzzAnswers({ count: 2000, seed: 1 });

  expect(fuzzed.escaped).toEqual([]);
  expect(fuzzed.accepted).toBeGreaterThan(50);
  expect(Object.keys(fuzzed.unusable).toSorted()).toEqual(['truncated', 'unreadable', 'unsafe-path']);
});

test('no mutated report crashes a parser or makes one say what no report can say', () => {
  const fuzzed = fuzzReports({ count: 2000, seed: 1, fixtures: 'fixtures/test-reports' });

  expect(fuzzed.wrong).toEqual([]);
  expect(fuzzed.read).toBeGreaterThan(100);
});

test('of changed and forged files of records only those are read that are whole, and as they are', () => {
  const fuzzed = fuzzRecordsFiles({ count: 2000, seed: 1 });

  expect(fuzzed.wrong).toEqual([]);
  expect(fuzzed.read).toBeGreaterThan(50);
  expect(fuzzed.read).toBeLessThan(1200);
});

test('of changed lines of generations only those are read that say one thing, and as they are', () => {
  const fuzzed = fuzzForeignLines({ count: 2000, seed: 1 });

  expect(fuzzed.wrong).toEqual([]);
  expect(fuzzed.read).toBeGreaterThan(20);
  expect(fuzzed.read).toBeLessThan(1800);
});

test.each(['TAP of a million points', 'node:test of seven million faults', 'JSON of seven million faults'])(
  '%s are refused',
  (name) => {
    const report = overgrownReports.find((overgrown) => overgrown.name === name);
    if (report === undefined) throw new Error(`no report is called ${name}`);

    expect(readReport(report.format, report.text(), ['/workspace/tree'])).toBeNull();
  },
);
