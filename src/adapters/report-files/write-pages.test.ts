import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { writePages } from './write-pages.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-pages-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

const index = { path: 'index.html', parts: ['one ', 'two'] };

test('pages are written, and cells of an earlier report are gone', async () => {
  await writePages([{ path: 'generations/old.html', parts: ['old'] }, index], folder);
  await writePages([{ path: 'generations/new.html', parts: ['new'] }, index], folder);

  expect(await readdir(join(folder, 'generations'))).toEqual(['new.html']);
  expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('one two');
});

test('a link in the way is replaced, and what it led to is left alone', async () => {
  const elsewhere = join(folder, 'elsewhere');
  await mkdir(elsewhere);
  await writeFile(join(elsewhere, 'kept.html'), 'kept');
  const report = join(folder, 'report');
  await mkdir(report);
  await symlink(elsewhere, join(report, 'generations'));
  await symlink(join(elsewhere, 'kept.html'), join(report, 'index.html'));

  await writePages([{ path: 'generations/kept.html', parts: ['page'] }, index], report);

  expect(await readFile(join(elsewhere, 'kept.html'), 'utf8')).toBe('kept');
  expect(await readFile(join(report, 'generations/kept.html'), 'utf8')).toBe('page');
});

test.each([
  '../index.html',
  'generations/../../x.html',
  'generations/.x.html',
  'other.html',
  'generations/a/b.html',
])('a path that is no page is refused: %s', async (path) => {
  await expect(writePages([{ path, parts: [] }], folder)).rejects.toThrow('not a page');
});
