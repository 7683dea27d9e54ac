import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { refuseNoRecords } from './refuse-no-records.ts';

test.each(['mistyped', 'empty'])(
  'a folder without records is refused, and nothing is made: %s',
  async (name) => {
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, 'empty'));

    await expect(refuseNoRecords(join(folder.path, name))).rejects.toThrow(/^RECORDS_NOT_FOUND: .*--records/);

    expect(await readdir(folder.path, { recursive: true })).toEqual(['empty']);
  },
);

test.each(['generation', 'imported'])('a folder with answers is not: %s', async (name) => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, name));

  await expect(refuseNoRecords(folder.path)).resolves.toBeUndefined();
});
