import { expect, test } from '@jest/globals';
import { hugeOnceRepeated } from '../../testing/builders/hostile-text.ts';
import { suspicionsOf } from './suspicions.ts';

const found = (content: string): readonly string[] => suspicionsOf([{ path: 'src/a.js', content }]);

test.each<[string, string]>([
  ['process.exit(0);', 'ends the process'],
  ["process['exit'](0);", 'ends the process'],
  ['process.reallyExit(0)', 'ends the process'],
  ['import sys; sys.exit(0)', 'ends the process'],
  ['return { asymmetricMatch: () => true }', 'decides its own equality'],
  ['globalThis.expect = anything;', 'replaces test functions'],
  ["globalThis['test'] = skip;", 'replaces test functions'],
  ['assert.strictEqual = () => {};', 'replaces test functions'],
  ['test = test.skip', 'replaces test functions'],
  ["import assert from 'node:assert';", 'touches the test runner'],
  ["require('@jest/globals')", 'touches the test runner'],
  ["import { spawn } from 'node:child_process';", 'starts processes'],
  ["fs.writeFileSync('x', '')", 'writes files'],
  ["open('/tmp/x', 'w')", 'writes files'],
  ["with open(one) as a, open(other, 'w') as b:", 'writes files'],
  ["open(path.open(name, 'wb'))", 'writes files'],
  ['  \n\n  test = skip', 'replaces test functions'],
  ["readFileSync('/proc/self/environ')", 'looks at processes'],
  ["openSync('/dev/fd/3')", 'looks at processes'],
  ['process.env.NODE_OPTIONS', 'looks at the harness'],
  ["import { serialize } from 'node:v8';", 'looks at the harness'],
])('%s is suspicious', (code, suspicion) => {
  expect(found(code)).toContain(suspicion);
});

test.each([
  'export const add = (a, b) => a + b;',
  'const isTest = expect === 1; if (test == 2) return describe(item);',
  'this.test = 1; item.expect = 2; const latest = globalThis.structuredClone(x);',
  'def __eq__(self, other): return self.value == other.value',
  'const files = fs.readFileSync(path);',
])('ordinary code is not: %s', (code) => {
  expect(found(code)).toEqual([]);
});

// A search that goes back over what it has read would take hours; how long ours takes is in bench/times.ts.
test.each(hugeOnceRepeated)('a million times %j is scanned to its end', (piece) => {
  expect(found(piece.repeat(1_000_000))).toEqual([]);
});
