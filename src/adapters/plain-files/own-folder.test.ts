import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryRepository } from '../../testing/temporary-repository.ts';
import { openOwnFolder } from './own-folder.ts';

test.each(['.git', '.git/records'])(
  'a folder among the files of git is refused, and nobody is told to remove it: %s',
  async (records) => {
    await using repository = await temporaryRepository({ 'a.txt': 'a' });
    const place = { directory: join(repository.directory, records), tracks: async () => false };
    const use = { code: 'RECORDS_FOLDER_UNSAFE', what: 'records', input: 'records' } as const;

    const refusal = openOwnFolder(place, use);

    await expect(refusal).rejects.toThrow(/^RECORDS_FOLDER_UNSAFE: .* that only this action writes\.$/);
    expect(await readdir(join(repository.directory, '.git'))).not.toContain('records');
  },
);
