import { stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { makeFolders } from './make-folders.ts';

test('makes what is missing, says what that was, and may be called several times at once', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a/b/c');

  await Promise.all([1, 2, 3].map(async () => makeFolders(path)));

  expect((await stat(path)).isDirectory()).toBe(true);
  expect(await makeFolders(path)).toEqual([]);
  expect(await makeFolders(join(path, 'd/e'))).toEqual([join(path, 'd'), join(path, 'd/e')]);
});

test('goes through a link to a folder, and not through a file', async () => {
  await using folder = await temporaryFolder();
  await symlink('/', join(folder.path, 'link'));
  await writeFile(join(folder.path, 'file'), '');

  const made = join(folder.path, 'link', folder.path, 'new');
  expect(await makeFolders(made)).toEqual([made]);
  await expect(makeFolders(join(folder.path, 'file'))).rejects.toThrow('EEXIST');
  await expect(makeFolders(join(folder.path, 'file/new'))).rejects.toThrow(/EEXIST|ENOTDIR/);
});

test.each(['/proc/spec-portability/report', '/proc/self/fd/report', '/sys/spec-portability/report'])(
  'ends where no folder can be made: %s',
  async (path) => {
    await expect(makeFolders(path)).rejects.toThrow(/ENOENT|EPERM|EACCES|EROFS/);
  },
);
