import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { smallDisk, whyNoSmallDisk } from '../../testing/small-disk.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { writePages } from '../report-files/write-pages.ts';
import { writeResultFile } from '../report-files/result-file.ts';
import { diskError } from './disk-error.ts';
import { writeDurably } from './write-durably.ts';

const why = whyNoSmallDisk();
const large = 'x'.repeat(200_000);

const writers = [
  ['a record', (folder: string) => writeDurably(folder, 'kept', Buffer.from(large))],
  ['the file of --result', (folder: string) => writeResultFile(join(folder, 'kept'), large)],
] as const;

const whereMounted = why === null ? describe : describe.skip;

whereMounted(`on a disk that is full${why === null ? '' : `: skipped, ${why}`}`, () => {
  test.each(writers)('what was there stays, and no half is left: %s', async (_, write) => {
    using disk = smallDisk(64);
    await writeFile(join(disk.path, 'kept'), 'before');

    await expect(write(disk.path)).rejects.toThrow(
      `DISK_NOT_WRITABLE: ${disk.path}/kept could not be written: its disk has no space left (ENOSPC). Free space`,
    );

    expect(await readdir(disk.path)).toEqual(['kept']);
    expect(await readFile(join(disk.path, 'kept'), 'utf8')).toBe('before');
  });

  test('a page that does not fit is named, and the page before it is whole', async () => {
    using disk = smallDisk(64);
    const pages = [
      { path: 'generations/a.html', parts: ['fits'] },
      { path: 'index.html', parts: [large] },
    ];

    await expect(writePages(pages, disk.path)).rejects.toThrow(/^DISK_NOT_WRITABLE: .*\/index\.html could/);

    expect(await readdir(disk.path, { recursive: true })).toEqual(['generations', 'generations/a.html']);
  });

  test('a file system that became read-only is called so', async () => {
    using disk = smallDisk(64);
    disk.makeReadOnly();
    await expect(writeDurably(disk.path, 'record', Buffer.from('1'))).rejects.toThrow(
      `DISK_NOT_WRITABLE: ${disk.path}/record could not be written: its file system is read-only (EROFS).`,
    );
  });
});

test('a result that is replaced keeps the rights of the file', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'result.json');
  await writeFile(path, 'before');
  await chmod(path, 0o600);
  await writeResultFile(path, 'after');
  expect(await readFile(path, 'utf8')).toBe('after');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a result can be written into a device', async () => {
  await expect(writeResultFile('/dev/null', 'text')).resolves.toBeUndefined();
  expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
});

test.each([
  [Object.assign(new Error('EDQUOT: write'), { code: 'EDQUOT', path: '/a' }), 'the disk quota is used up'],
  [new Error('outer', { cause: Object.assign(new Error(''), { code: 'ENOSPC' }) }), 'has no space left'],
  [new Error('error: unable to create file b: No space left on device'), 'has no space left'],
])('the reason is found wherever it stands: %s', (error, said) => {
  expect(diskError(error)?.message).toContain(said);
});

test('every other error stays what it is', () => {
  expect(diskError(Object.assign(new Error('no'), { code: 'ENOENT' }))).toBeNull();
  expect(diskError('ENOSPC')).toBeNull();
});
