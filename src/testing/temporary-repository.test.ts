import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { temporaryRepository } from './temporary-repository.ts';

test('a temporary repository gives the same sha for the same files, and is gone when disposed', async () => {
  const directories: string[] = [];
  const shas: string[] = [];
  for (let turn = 0; turn < 2; turn += 1) {
    await using repository = await temporaryRepository({ 'a.md': 'one' });
    await repository.move('a.md', 'sub/b.md');
    await repository.write({ 'c.bin': new Uint8Array([0, 255]) });
    shas.push(await repository.commit());
    directories.push(repository.directory);
    expect(await repository.git('ls-files')).toBe('c.bin\nsub/b.md');
    expect(await repository.git('branch', '--show-current')).toBe('main');
  }

  expect(shas[0]).toMatch(/^[0-9a-f]{40}$/);
  expect(shas[1]).toBe(shas[0]);
  expect(directories.filter((directory) => existsSync(directory))).toEqual([]);
});

test.each([
  ['on a branch', []],
  ['on no branch', ['checkout', '--quiet', '--detach']],
  ['on a branch whose ref was packed', ['pack-refs', '--all']],
])('a commit %s gives the sha that git knows', async (_, args) => {
  await using repository = await temporaryRepository({ 'a.md': 'one' });
  if (args.length > 0) await repository.git(...args);
  await repository.write({ 'a.md': 'two' });

  const sha = await repository.commit();

  expect(sha).toBe(await repository.git('rev-parse', 'HEAD'));
  expect(await repository.git('show', `${sha}:a.md`)).toBe('two');
});
