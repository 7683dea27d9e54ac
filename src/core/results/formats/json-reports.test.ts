import { expect, describe, test } from '@jest/globals';
import * as fc from 'fast-check';
import { jestJson } from './jest-json.ts';
import { nodeTestLines } from './node-test-lines.ts';
import { readReport } from '../read-report.ts';

const head = '{"format":"spec-portability-node-test","version":1}';
const line = (name: string): string =>
  JSON.stringify({ file: '/w/a.test.js', names: [name], status: 'passed', message: '' });
const end = '{"end":true}';

describe("our own reporter's file", () => {
  test('is a report with its last line', () => {
    expect(
      readReport(nodeTestLines, [head, line('a'), line('a'), end, ''].join('\n'), ['/w'])?.cases.map(
        ({ id }) => id,
      ),
    ).toEqual(['a.test.js > a (2 tests of this name)']);
  });

  test.each([
    ['without its last line, which a process that died never wrote', [head, line('a')]],
    ['with a line after the last', [head, end, line('a')]],
    ['with a second end', [head, end, end]],
    ['without its first line', [line('a'), end]],
    ['with half a line', [head, line('a').slice(0, 20), end]],
    ['with a status nobody knows', [head, line('a').replace('passed', 'great'), end]],
    ['when it is empty', []],
  ])('is none %s', (_, lines) => {
    expect(readReport(nodeTestLines, lines.join('\n'), ['/w'])).toBeNull();
  });
});

describe('the JSON of jest and vitest', () => {
  const report = (extra: object): string => JSON.stringify({ testResults: [], ...extra });

  test('is none when the run was interrupted', () => {
    expect(readReport(jestJson, report({ wasInterrupted: true }), [])).toBeNull();
    expect(readReport(jestJson, report({ wasInterrupted: false }), [])?.cases).toEqual([]);
  });

  test.each([
    ['cut off', report({}).slice(0, -1)],
    ['another JSON', '{"scripts":{}}'],
    ['null', 'null'],
    ['too deep', '['.repeat(200_000)],
  ])('is none when it is %s', (_, text) => {
    expect(readReport(jestJson, text, [])).toBeNull();
  });

  test('does not let __proto__ keys in', () => {
    const text =
      '{"__proto__":{"polluted":1},"testResults":[{"name":"a.js","__proto__":{"x":1},"assertionResults":[]}]}';
    expect(readReport(jestJson, text, [])?.cases).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

test('neither parser throws on any text or JSON', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      readReport(jestJson, text, ['/w']);
      readReport(nodeTestLines, `${head}\n${text}\n${end}`, ['/w']);
    }),
  );
});
