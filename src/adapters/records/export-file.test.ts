import { lstat, mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { writeRecordsFile } from './export-file.ts';

test('an export into a folder behind a link lands in that folder, and the link stays', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'disk'));
  await symlink(join(folder.path, 'disk'), join(folder.path, 'link'));
  const file = { base: 'a', head: 'b', plan: 'c', sandbox: 'none', records: [] } as const;

  const bytes = await writeRecordsFile(join(folder.path, 'link/check.jsonl'), file, async () => false);

  expect((await readFile(join(folder.path, 'disk/check.jsonl'))).length).toBe(bytes);
  expect((await lstat(join(folder.path, 'link'))).isSymbolicLink()).toBe(true);
});
