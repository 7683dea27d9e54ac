import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { openResultFile } from './result-file.ts';

test('a file that can be written is not there before there is a result, its folder is', async () => {
  await using folder = await temporaryFolder();
  await openResultFile(join(folder.path, 'results/result.json'));
  expect(await readdir(folder.path, { recursive: true })).toEqual(['results']);
});

test('the result of an earlier run stays', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'result.json');
  await writeFile(path, 'earlier');
  await openResultFile(path);
  expect(await readFile(path, 'utf8')).toBe('earlier');
});

test('a path that cannot be written is named, with what to do', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'file'), '');
  await expect(openResultFile(join(folder.path, 'file/result.json'))).rejects.toThrow(
    /RESULT_NOT_WRITABLE: `--result .*file\/result\.json` cannot be written .*Name a file in a folder/,
  );
});
