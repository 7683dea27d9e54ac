import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { hollowText, unloadableText } from './stand-ins.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stand-ins-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function endOf(name: string, text: string, argv: readonly string[]): number | null {
  writeFileSync(join(folder, name), text);
  const [program = '', ...rest] = argv;
  return spawnSync(program, [...rest, join(folder, name)], { cwd: folder }).status;
}

// What each machine that runs these tests has.
const loaders: readonly (readonly [string, readonly string[]])[] = [
  ['made.mjs', [process.execPath, '--check']],
  ['made.cjs', [process.execPath, '--check']],
  ['made.py', ['python3']],
  ['made.sh', ['sh']],
  ['made.bash', ['bash']],
  ['made.pl', ['perl']],
];

test.each(loaders)('%s: the stand-in cannot be loaded, an empty file can', (name, argv) => {
  expect(endOf(name, hollowText(name, 'whatever'), argv)).toBe(0);
  expect(endOf(name, unloadableText, argv)).toBeGreaterThan(0);
});

test('data cannot be read from the stand-in either', () => {
  expect(() => JSON.parse(unloadableText)).toThrow(SyntaxError);
  expect(() => parse(unloadableText)).toThrow(/flow|indent|must|expected/i);
});

test('an empty file of Go keeps its package', () => {
  expect(hollowText('half.go', '// Package halves.\npackage halves\n\nfunc Half() {}\n')).toBe(
    'package halves\n',
  );
});
