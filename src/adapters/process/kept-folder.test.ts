import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { isOnlyOurs, makeOnlyOurs } from './kept-folder.ts';

test('a folder that is made is only ours, and stays so', async () => {
  await using folder = await temporaryFolder();
  const kept = join(folder.path, 'kept');

  expect(isOnlyOurs(kept)).toBe(false);
  expect(makeOnlyOurs(kept)).toBe(true);
  expect(makeOnlyOurs(kept)).toBe(true);
});

test.each([0o755, 0o770, 0o707, 0o702])('a folder that others may enter (%o) is not', async (mode) => {
  await using folder = await temporaryFolder();
  const kept = join(folder.path, 'kept');
  await mkdir(kept);
  await chmod(kept, mode);

  expect(makeOnlyOurs(kept)).toBe(false);
});

test('neither is a link to one that is only ours, or a folder that cannot be made', async () => {
  await using folder = await temporaryFolder();
  const kept = join(folder.path, 'kept');
  makeOnlyOurs(kept);
  await symlink(kept, join(folder.path, 'link'));

  expect(makeOnlyOurs(join(folder.path, 'link'))).toBe(false);
  expect(makeOnlyOurs(join(folder.path, 'missing', 'kept'))).toBe(false);
});
