import { parseJestJson } from '../../src/core/results/parse-jest-json.ts';
import { parseJunit } from '../../src/core/results/parse-junit.ts';
import { parseNodeTest } from '../../src/core/results/parse-node-test.ts';
import { parseTap } from '../../src/core/results/parse-tap.ts';
import type { TestReport } from '../../src/core/results/test-report.ts';
import type { Root } from '../../src/core/results/case-id.ts';

/** A report near the size limit, built against one weakness of parsers. */
export type OvergrownReport = {
  readonly name: string;
  readonly parse: (text: string, root: Root) => TestReport | null;
  readonly text: () => string;
};

const mebibyte = 1024 * 1024;
const filled = (piece: string, size = 15 * mebibyte): string => piece.repeat(Math.floor(size / piece.length));
const nodeTest = (lines: string): string =>
  `{"format":"spec-portability-node-test","version":1}\n${lines}{"end":true}\n`;

/** The largest and most awkward reports that are read at all: each once killed, or nearly killed, some parser. */
export const overgrownReports: readonly OvergrownReport[] = [
  { name: 'TAP of a million points', parse: parseTap, text: () => filled('ok 1 - x\n') },
  { name: 'TAP of open YAML blocks', parse: parseTap, text: () => filled('ok 1\n  ---\n') },
  { name: 'TAP of open braces', parse: parseTap, text: () => filled('ok 1 - x {\n}\n') },
  { name: 'TAP in one line', parse: parseTap, text: () => filled('ok # ') },
  { name: 'XML nested without end', parse: parseJunit, text: () => filled('<testsuite>', 5 * mebibyte) },
  {
    name: 'XML of half a million tests',
    parse: parseJunit,
    text: () => `<testsuites>${filled('<testcase name="a"/>', 10 * mebibyte)}</testsuites>`,
  },
  { name: 'XML of open comments', parse: parseJunit, text: () => filled('<!-- a') },
  {
    name: 'XML of entities',
    parse: parseJunit,
    text: () => `<!DOCTYPE x [${filled('<!ENTITY a "&a;&a;">', mebibyte)}]><testsuites>&a;</testsuites>`,
  },
  { name: 'JSON nested without end', parse: parseJestJson, text: () => filled('[') },
  {
    name: 'JSON nested to the bottom',
    parse: parseJestJson,
    text: () => `{"testResults":${filled('[', mebibyte)}${filled(']', mebibyte)}}`,
  },
  {
    name: 'JSON of seven million faults',
    parse: parseJestJson,
    text: () => `{"testResults":[${filled('1,')}1]}`,
  },
  { name: 'node:test of seven million faults', parse: parseNodeTest, text: () => nodeTest(filled('1\n')) },
  {
    name: 'node:test of one name',
    parse: parseNodeTest,
    text: () => nodeTest(filled('{"file":"a","names":["x"],"status":"passed","message":""}\n', 2 * mebibyte)),
  },
];
