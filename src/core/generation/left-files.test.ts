import { expect, test } from '@jest/globals';
import { leftFilesProblem } from './left-files.ts';
import type { LeftFile } from './left-files.ts';

const file = (path: string, more: Partial<LeftFile> = {}): LeftFile => ({
  path,
  kind: 'file',
  mode: 0o644,
  links: 1,
  size: 10,
  ...more,
});

const belowSource = (path: string): boolean => path.startsWith('src/') && !path.endsWith('conftest.py');

test('plain files and folders below what may be written are fine', () => {
  const left = [
    file('src', { kind: 'folder', mode: 0o755, links: 3 }),
    file('src/a.js'),
    file('src/b.sh', { mode: 0o755 }),
  ];
  expect(leftFilesProblem(left, belowSource)).toBeNull();
});

test.each<[string, LeftFile, string]>([
  ['a symbolic link', file('src/link', { kind: 'symlink' }), 'a symlink is no file'],
  ['a device', file('src/null', { kind: 'device' }), 'a device is no file'],
  ['a socket', file('src/s', { kind: 'socket' }), 'a socket is no file'],
  ['a named pipe', file('src/p', { kind: 'pipe' }), 'a pipe is no file'],
  ['a hard link', file('src/a.js', { links: 2 }), 'it is a hard link'],
  ['a set-user file', file('src/a.js', { mode: 0o4755 }), 'its mode has a set-user, set-group or sticky bit'],
  ['a file of git', file('src/.git/config'), 'the path leads to files of git'],
  ['an attributes file', file('src/.gitattributes'), 'the path leads to files of git'],
  ['an installed package', file('src/node_modules/a/index.js'), 'the path leads into node_modules'],
  ['a file elsewhere', file('test/a.js'), 'the path is not one of those that may be written'],
  [
    'a configuration of the runner',
    file('src/conftest.py'),
    'the path is not one of those that may be written',
  ],
])('%s spoils all that was left', (_, entry, problem) => {
  expect(leftFilesProblem([file('src/ok.js'), entry], belowSource)).toBe(`"${entry.path}": ${problem}`);
});

test('two names that differ in case only cannot stand side by side', () => {
  expect(leftFilesProblem([file('src/A.js'), file('src/a.js')], belowSource)).toBe(
    'two files have the same path',
  );
});

test('more bytes than an answer may have are refused', () => {
  expect(leftFilesProblem([file('src/a.js', { size: 11 * 1024 * 1024 })], belowSource)).toMatch(
    /bytes of files/,
  );
});
