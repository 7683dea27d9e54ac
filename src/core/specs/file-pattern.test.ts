import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { filePattern, isNamedBy } from './file-pattern.ts';

const named: readonly (readonly [string, string, boolean])[] = [
  ['report.xml', 'report.xml', true],
  ['report.xml', 'other/report.xml', false],
  ['report.xml', 'reportAxml', false],
  ['target/surefire-reports', 'target/surefire-reports/TEST-a.B.xml', true],
  ['target/surefire-reports/', 'target/surefire-reports/deep/er/out.tap', true],
  ['target/surefire-reports', 'target/surefire-reports/a.B.txt', false],
  ['target/surefire-reports', 'target/surefire-reports-old/a.xml', false],
  ['target/surefire-reports/TEST-*.xml', 'target/surefire-reports/TEST-a.B.xml', true],
  ['target/surefire-reports/TEST-*.xml', 'target/surefire-reports/deep/TEST-a.xml', false],
  ['**/TEST-*.xml', 'TEST-a.xml', true],
  ['**/TEST-*.xml', 'a/b/TEST-a.xml', true],
  ['**/build/test-results/**/*.xml', 'app/build/test-results/test/a.xml', true],
  ['out/**', 'out/a/b', true],
  ['out/{unit,e2e}-?.json', 'out/e2e-1.json', true],
  ['out/{unit,e2e}-?.json', 'out/all-1.json', false],
  ['out/[!a]*.xml', 'out/b.xml', true],
  ['out/[!a]*.xml', 'out/a.xml', false],
  ["it's (all).xml", "it's (all).xml", true],
];

test.each(named)('%s names %s: %s', (text, path, isNamed) => {
  expect(isNamedBy(path, [filePattern(text)])).toBe(isNamed);
});

test('a shell matches like JavaScript', () => {
  const script =
    'while [ $# -gt 0 ]; do if [[ $1 =~ $2 ]]; then echo true; else echo false; fi; shift 2; done';
  const pairs = named.flatMap(([text, path]) => [path, filePattern(text).matches]);
  const said = execFileSync('/bin/bash', ['-c', script, 'bash', ...pairs], { encoding: 'utf8' });
  expect(said.trim().split('\n')).toEqual(named.map(([, , isNamed]) => String(isNamed)));
});

test.each([
  ['report.xml', 'report.xml'],
  ['a/b/*.xml', 'a/b'],
  ['**/*.xml', '.'],
])('%s is searched in %s', (text, start) => {
  expect(filePattern(text).start).toBe(start);
});
