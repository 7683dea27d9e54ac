import {
  appendFile,
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hostPath } from '../process/environment.ts';
import { layAgain } from './lay-again.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lay-again-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe.each([
  ['small, is laid from memory', 10],
  ['large, is laid by one process', 9 * 1024 * 1024],
])('a tree that is %s', (name, bytes) => {
  let laid = 0;
  const notUtf8 = Buffer.from('6e6fff', 'hex');
  const lay = async (): Promise<(to: string, without?: readonly string[]) => Promise<string>> => {
    laid += 1;
    const from = join(folder, `${name} first ${laid}`);
    await mkdir(join(from, 'deep/empty'), { recursive: true });
    await mkdir(join(from, 'only/one'), { recursive: true });
    await writeFile(join(from, 'only/one/file'), 'one');
    await writeFile(join(from, 'deep/file'), 'x'.repeat(bytes));
    await writeFile(join(from, 'run'), 'run');
    await chmod(join(from, 'run'), 0o755);
    await writeFile(Buffer.concat([Buffer.from(`${from}/`), notUtf8]), 'not UTF-8');
    await symlink('../run', join(from, 'deep/link'));
    await symlink('nowhere', join(from, 'dangling'));
    const again = await layAgain(from, hostPath());
    return async (to, without = []) => {
      const place = join(folder, `${name} ${to}`);
      await mkdir(place);
      await again(place, without);
      return place;
    };
  };

  test('keeps links, folders, executable bits and names that are not UTF-8, and shares no file', async () => {
    const again = await lay();
    const one = await again('one');
    const names = await readdir(one, { encoding: 'buffer' });
    expect(names.map((name) => name.toString('hex')).toSorted()).toEqual(
      [...['dangling', 'deep', 'only', 'run'].map((name) => Buffer.from(name)), notUtf8]
        .map((name) => name.toString('hex'))
        .toSorted(),
    );
    expect((await readdir(join(one, 'deep'))).toSorted()).toEqual(['empty', 'file', 'link']);
    expect(await readlink(join(one, 'deep/link'))).toBe('../run');
    expect(await readlink(join(one, 'dangling'))).toBe('nowhere');
    expect((await lstat(join(one, 'run'))).mode & 0o777).toBe(0o755);
    expect((await lstat(join(one, 'deep/file'))).mode & 0o777).toBe(0o644);

    // A hard link would be a second name of the file that the next tree is laid from.
    for (const path of ['deep/file', 'run']) expect((await lstat(join(one, path))).nlink).toBe(1);
    await appendFile(join(one, 'run'), ' and changed');
    await appendFile(join(one, 'deep/link'), ' through a link');
    expect(await readFile(join(await again('two'), 'run'), 'utf8')).toBe('run');
  });

  test('is laid without some files, and without the folders that hold nothing else', async () => {
    const again = await lay();
    const without = ['deep/file', 'deep/link', 'run', 'only/one/file'];
    const place = await again('without', without);
    expect((await readdir(place)).filter((name) => !name.startsWith('no'))).toEqual(['dangling', 'deep']);
    expect(await readdir(join(place, 'deep'))).toEqual(['empty']);
    // Asked for in the same way, with another list, and with none.
    expect(await readdir(join(await again('again without', without), 'deep'))).toEqual(['empty']);
    expect(await readdir(join(await again('without another', ['deep/file']), 'deep'))).toContain('link');
    expect(await readdir(join(await again('with all', []), 'only/one'))).toEqual(['file']);
  });
});
