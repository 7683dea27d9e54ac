import { stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { makeFolders } from './make-folders.ts';

test('makes what is missing, and says what that was', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a/b/c');

  makeFolders(path);

  expect((await stat(path)).isDirectory()).toBe(true);
  expect(makeFolders(path)).toEqual([]);
  expect(makeFolders(join(path, 'd/e'))).toEqual([join(path, 'd'), join(path, 'd/e')]);
});

test('goes through a link to a folder, and not through a file', async () => {
  await using folder = await temporaryFolder();
  await symlink('/', join(folder.path, 'link'));
  await writeFile(join(folder.path, 'file'), '');

  const made = join(folder.path, 'link', folder.path, 'new');
  expect(makeFolders(made)).toEqual([made]);
  expect(() => makeFolders(join(folder.path, 'file'))).toThrow('EEXIST');
  expect(() => makeFolders(join(folder.path, 'file/new'))).toThrow(/EEXIST|ENOTDIR/);
});

test.each(['/proc/spec-portability/report', '/proc/self/fd/report', '/sys/spec-portability/report'])(
  'ends where no folder can be made: %s',
  (path) => {
    expect(() => makeFolders(path)).toThrow(/ENOENT|EPERM|EACCES|EROFS/);
  },
);
