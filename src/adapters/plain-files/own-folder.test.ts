import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { syncedDisk } from '../../testing/synced-disk.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { temporaryRepository } from '../../testing/temporary-repository.ts';
import { openOwnFolder } from './own-folder.ts';
import { writeDurably } from './write-durably.ts';

const use = { code: 'RECORDS_FOLDER_UNSAFE', what: 'records', input: 'records' } as const;

test.each(['.git', '.git/records'])(
  'a folder among the files of git is refused, and nobody is told to remove it: %s',
  async (records) => {
    await using repository = await temporaryRepository({ 'a.txt': 'a' });
    const place = { directory: join(repository.directory, records), tracks: async () => false };

    const refusal = openOwnFolder(place, use);

    await expect(refusal).rejects.toThrow(/^RECORDS_FOLDER_UNSAFE: .* that only this action writes\.$/);
    expect(await readdir(join(repository.directory, '.git'))).not.toContain('records');
  },
);

test('a folder that was made survives a crash with what is written into it', async () => {
  await using folder = await temporaryFolder();
  using disk = syncedDisk(folder.path);
  const directory = join(folder.path, 'made/records');

  await openOwnFolder({ directory, tracks: async () => false }, use);
  await writeDurably(directory, 'plan/aa/1', Buffer.from('paid'));

  expect(disk.afterCrash('made/records/plan/aa/1')).toBe('paid');
});
