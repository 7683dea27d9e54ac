import { expect, describe, test } from '@jest/globals';
import type { Reading } from './arrange-results.ts';
import { collectReport } from './collect-report.ts';
import { filePattern } from '../specs/file-pattern.ts';
import { jestJson } from './formats/jest-json.ts';
import { nodeTestLines } from './formats/node-test-lines.ts';
import type { ReportFile } from './report-file.ts';
import { nodeTestFile } from './runners/node-test.ts';
import type { TestReport } from './test-report.ts';

const nodeTest = (...names: readonly string[]): string =>
  [
    '{"format":"spec-portability-node-test","version":1}',
    ...names.map((name) => JSON.stringify({ file: '/w/a.js', names: [name], status: 'passed', message: '' })),
    '{"end":true}',
  ].join('\n');
const jestText = (title: string): string =>
  JSON.stringify({
    testResults: [{ name: '/w/a.js', assertionResults: [{ ancestorTitles: [], title, status: 'passed' }] }],
  });

function collected(
  reading: Reading,
  left: {
    readonly files?: Record<string, string>;
    readonly stdout?: string;
    readonly results?: readonly ReportFile[];
  },
): TestReport | null {
  return collectReport({
    arrangement: { command: '', environment: {}, reading },
    files: new Map(Object.entries(left.files ?? {})),
    results: left.results ?? [],
    stdout: left.stdout ?? '',
    root: '/w',
  });
}

const ids = (report: TestReport | null): readonly string[] | null =>
  report?.cases.map(({ id }) => id) ?? null;
const nodeTestFiles = { named: nodeTestFile, format: nodeTestLines };
const unknown: Reading = {
  kind: 'asked',
  own: [],
  files: [],
  perProcess: [{ ...nodeTestFiles, isDue: false }],
};
const nodeExpected: Reading = {
  kind: 'asked',
  own: [],
  files: [],
  perProcess: [{ ...nodeTestFiles, isDue: true }],
};
const jestAsked: Reading = {
  kind: 'asked',
  own: [],
  files: [
    { name: 'jest-1.json', format: jestJson },
    { name: 'jest-2.json', format: jestJson },
  ],
  perProcess: [{ ...nodeTestFiles, isDue: false }],
};

describe('several node:test processes', () => {
  test('make one report, in the order in which they began', () => {
    const files = {
      'node-test-20-7-0.jsonl': nodeTest('b', 'same'),
      'node-test-10-9-0.jsonl': nodeTest('a', 'same'),
    };
    expect(ids(collected(nodeExpected, { files }))).toEqual([
      'a.js > a',
      'a.js > same (2 tests of this name)',
      'a.js > b',
    ]);
  });

  test('keep what any of them says of files that were cut short', () => {
    const cut = nodeTest('a').replace('{"end"', '{"file":"/w/test/x.mjs","cutShort":true}\n{"end"');
    const files = { 'node-test-1-1-0.jsonl': nodeTest('a'), 'node-test-2-2-0.jsonl': cut };
    expect(collected(nodeExpected, { files })).toMatchObject({
      cases: [{ id: 'a.js > a (2 tests of this name)' }],
      cutShort: ['test/x.mjs'],
    });
  });

  test('make none when one of them died', () => {
    const files = {
      'node-test-1-1-0.jsonl': nodeTest('a'),
      'node-test-2-2-0.jsonl': nodeTest('b').slice(0, -3),
    };
    expect(collected(nodeExpected, { files })).toBeNull();
    expect(collected(unknown, { files, stdout: '1..0\n' })).toBeNull();
  });
});

describe('a runner that was expected to report and did not', () => {
  test.each<[string, Reading]>([
    ['node:test', nodeExpected],
    ['jest', jestAsked],
  ])('leaves no report, whatever stands on standard output: %s', (_, reading) => {
    expect(collected(reading, { stdout: 'TAP version 13\nok 1 a\n1..1\n' })).toBeNull();
  });

  test('leaves none either when only one of two files is there', () => {
    expect(collected(jestAsked, { files: { 'jest-1.json': jestText('a') } })).toBeNull();
    const files = { 'jest-1.json': jestText('a'), 'jest-2.json': jestText('a') };
    expect(ids(collected(jestAsked, { files }))).toEqual(['a.js > a (2 tests of this name)']);
  });
});

describe('an unknown command', () => {
  test('is read by the node:test files it left, else by TAP on its output', () => {
    expect(collected(unknown, { files: { 'node-test-1-1-0.jsonl': nodeTest('a') } })?.format).toBe(
      'node-test',
    );
    expect(ids(collected(unknown, { stdout: '> make\n1..1\nok 1 a\n' }))).toEqual(['a']);
  });

  test('that prints half a TAP report has no report', () => {
    expect(collected(unknown, { stdout: 'TAP version 13\nok 1 a\n' })).toBeNull();
  });

  test('that reports nothing is known by its exit code alone', () => {
    expect(collected(unknown, { stdout: 'all good', files: { 'other.txt': 'x' } })).toEqual({
      format: 'exit-code',
      cases: [],
    });
  });
});

describe('files of the tree', () => {
  const reading: Reading = { kind: 'files', files: [filePattern('reports/*')] };
  const left = (...texts: readonly string[]): { readonly results: readonly ReportFile[] } => ({
    results: texts.map((text, index) => ({ path: `reports/${index}`, bytes: text.length, text })),
  });
  const suite = (inner: string): string => `<testsuite name="s">${inner}</testsuite>`;

  test.each([
    ['JUnit XML', '\uFEFF<testsuite name="s"><testcase name="a"/></testsuite>', 'junit'],
    ['TAP', '1..1\nok 1 a\n', 'tap'],
    ['Jest JSON', jestText('a'), 'jest-json'],
    ['our own lines', nodeTest('a'), 'node-test'],
  ])('are read by what they hold: %s', (_, text, format) => {
    expect(collected(reading, left(text))).toMatchObject({ format, cases: [{ status: 'passed' }] });
  });

  test('make one report, in which a test that failed in any of them has failed', () => {
    const [passed, failed] = [
      suite('<testcase name="a"/>'),
      suite('<testcase name="a"><failure/></testcase><testcase name="b"/>'),
    ];
    for (const texts of [
      [passed, failed],
      [failed, passed],
    ]) {
      expect(collected(reading, left(...texts))?.cases.map(({ id, status }) => `${status} ${id}`)).toEqual(
        expect.arrayContaining(['failed s > a (2 tests of this name)', 'passed s > b']),
      );
    }
  });

  test('are no report where one of them is cut off or too large', () => {
    expect(collected(reading, left(suite('<testcase name="a"/>'), '<testsuite name="s"><testc'))).toBeNull();
    const results = [
      ...left(suite('<testcase name="a"/>')).results,
      { path: 'reports/1', bytes: 100, text: null },
    ];
    expect(collected(reading, { results })).toBeNull();
  });

  test('may have another document among them', () => {
    const other =
      '<?xml version="1.0"?>\n<!-- of Maven --><failsafe-summary result="0"></failsafe-summary>\n';
    expect(collected(reading, left(other, suite('<testcase name="a"/>')))?.cases).toHaveLength(1);
    expect(collected(reading, left(other))).toBeNull();
  });

  test('that are not there are no report', () => {
    expect(collected(reading, { stdout: '1..1\nok 1 a\n' })).toBeNull();
  });
});

test('where only the exit code is asked nothing else is read', () => {
  expect(collected({ kind: 'exit-code' }, { stdout: '1..1\nok 1 a\n' })).toEqual({
    format: 'exit-code',
    cases: [],
  });
});
