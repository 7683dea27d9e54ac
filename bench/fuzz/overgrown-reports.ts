import type { Format } from '../../src/core/results/formats/formats.ts';
import { jestJson } from '../../src/core/results/formats/jest-json.ts';
import { junit } from '../../src/core/results/formats/junit.ts';
import { nodeTestLines } from '../../src/core/results/formats/node-test-lines.ts';
import { tap } from '../../src/core/results/formats/tap.ts';

/** A report near the size limit, built against one weakness of parsers. */
export type OvergrownReport = {
  readonly name: string;
  readonly format: Format;
  readonly text: () => string;
};

const mebibyte = 1024 * 1024;
const filled = (piece: string, size = 15 * mebibyte): string => piece.repeat(Math.floor(size / piece.length));
const nodeTest = (lines: string): string =>
  `{"format":"spec-portability-node-test","version":1}\n${lines}{"end":true}\n`;

/** The largest and most difficult reports that are still read; each once crashed, or nearly crashed, some parser. */
export const overgrownReports: readonly OvergrownReport[] = [
  { name: 'TAP of a million points', format: tap, text: () => filled('ok 1 - x\n') },
  { name: 'TAP of open YAML blocks', format: tap, text: () => filled('ok 1\n  ---\n') },
  { name: 'TAP of open braces', format: tap, text: () => filled('ok 1 - x {\n}\n') },
  { name: 'TAP in one line', format: tap, text: () => filled('ok # ') },
  { name: 'XML nested without end', format: junit, text: () => filled('<testsuite>', 5 * mebibyte) },
  {
    name: 'XML of half a million tests',
    format: junit,
    text: () => `<testsuites>${filled('<testcase name="a"/>', 10 * mebibyte)}</testsuites>`,
  },
  { name: 'XML of open comments', format: junit, text: () => filled('<!-- a') },
  {
    name: 'XML of entities',
    format: junit,
    text: () => `<!DOCTYPE x [${filled('<!ENTITY a "&a;&a;">', mebibyte)}]><testsuites>&a;</testsuites>`,
  },
  { name: 'JSON nested without end', format: jestJson, text: () => filled('[') },
  {
    name: 'JSON nested to the bottom',
    format: jestJson,
    text: () => `{"testResults":${filled('[', mebibyte)}${filled(']', mebibyte)}}`,
  },
  {
    name: 'JSON of seven million faults',
    format: jestJson,
    text: () => `{"testResults":[${filled('1,')}1]}`,
  },
  { name: 'node:test of seven million faults', format: nodeTestLines, text: () => nodeTest(filled('1\n')) },
  {
    name: 'node:test of one name',
    format: nodeTestLines,
    text: () => nodeTest(filled('{"file":"a","names":["x"],"status":"passed","message":""}\n', 2 * mebibyte)),
  },
];
