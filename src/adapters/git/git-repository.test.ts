import { chmod, lstat, mkdir, readFile, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { gitEnvironment, temporaryRepository } from '../../testing/temporary-repository.ts';
import { openRepository } from './git-repository.ts';

const environment = { PATH: gitEnvironment['PATH'] ?? '', HOME: '/nonexistent' };

describe('opening', () => {
  test('a folder that is no repository is refused with the way out', async () => {
    await using folder = await temporaryFolder();
    await expect(openRepository(folder.path, environment)).rejects.toMatchObject({ code: 'GIT_NOT_FOUND' });
    await expect(openRepository(join(folder.path, 'absent'), environment)).rejects.toMatchObject({
      code: 'GIT_NOT_FOUND',
    });
  });

  test('a machine without git is told to install it', async () => {
    await using repository = await temporaryRepository({ a: '1' });
    const opened = openRepository(repository.directory, { PATH: '/nonexistent' });
    await expect(opened).rejects.toMatchObject({
      code: 'GIT_NOT_FOUND',
      hint: expect.stringMatching(/Install git/),
    });
  });

  test('GIT_ variables of the caller do not lead git to another repository', async () => {
    await using repository = await temporaryRepository({ a: '1' });
    await using other = await temporaryRepository({ b: '1' });
    const opened = await openRepository(repository.directory, {
      ...environment,
      GIT_DIR: join(other.directory, '.git'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.bare',
      GIT_CONFIG_VALUE_0: 'true',
    });
    expect((await opened.listFiles(await opened.resolve('HEAD'))).map((entry) => entry.path)).toEqual(['a']);
  });
});

describe('refs', () => {
  test('branches, tags, relatives, remote branches and shas become full shas', async () => {
    await using repository = await temporaryRepository({ a: '1' });
    const first = await repository.git('rev-parse', 'HEAD');
    await repository.git('tag', '--annotate', '--message', 'one', 'v1');
    await repository.git('update-ref', 'refs/remotes/origin/release/ünï', first);
    await repository.write({ a: '2' });
    const second = await repository.commit();
    const opened = await openRepository(repository.directory, environment);

    expect(await opened.resolve('main')).toBe(second);
    expect(await opened.resolve(second.slice(0, 10))).toBe(second);
    for (const ref of ['v1', 'HEAD~1', 'main^', first, 'release/ünï', 'origin/release/ünï']) {
      expect(await opened.resolve(ref)).toBe(first);
    }
    expect(await opened.treeOf(first)).toBe(await repository.git('rev-parse', 'v1^{tree}'));
  });

  test.each([
    '--output=x',
    '-h',
    '--all',
    '',
    'a b',
    'main..main',
    '^main',
    'HEAD:a',
    'a\nb',
    'a\u0000b',
    'x'.repeat(300),
  ])('the ref %j is refused and writes nothing', async (ref) => {
    await using repository = await temporaryRepository({ a: '1' });
    const opened = await openRepository(repository.directory, environment);
    await expect(opened.resolve(ref)).rejects.toMatchObject({ code: 'REF_NOT_FOUND' });
    expect((await readdir(repository.directory)).toSorted()).toEqual(['.git', 'a']);
  });

  test('an unknown name, an unknown sha and the sha of a blob are no commits', async () => {
    await using repository = await temporaryRepository({ a: '1' });
    const opened = await openRepository(repository.directory, environment);
    const blob = await repository.git('rev-parse', 'HEAD:a');
    for (const ref of ['nowhere', 'f'.repeat(40), blob]) {
      await expect(opened.resolve(ref)).rejects.toMatchObject({ code: 'REF_NOT_FOUND' });
    }
  });

  test('the merge-base is the best common ancestor; two histories without one are refused', async () => {
    await using repository = await temporaryRepository({ a: '1' });
    const root = await repository.git('rev-parse', 'HEAD');
    await repository.git('checkout', '--quiet', '-b', 'side');
    await repository.write({ b: '1' });
    const side = await repository.commit();
    await repository.git('checkout', '--quiet', 'main');
    await repository.write({ c: '1' });
    const main = await repository.commit();
    await repository.git('checkout', '--quiet', '--orphan', 'stranger');
    const stranger = await repository.commit('stranger');
    const opened = await openRepository(repository.directory, environment);

    expect(await opened.mergeBase(main, side)).toBe(root);
    await expect(opened.mergeBase(main, stranger)).rejects.toMatchObject({ code: 'REF_NOT_FOUND' });
  });
});

describe('reading', () => {
  test('unicode, newline and odd names are listed exactly; names that are not UTF-8 are left out', async () => {
    const names = ['ünï/日本.md', 'new\nline.md', 'tab\tname', ' space ', '"quoted"', 'a'];
    await using repository = await temporaryRepository(Object.fromEntries(names.map((name) => [name, name])));
    const blob = await repository.git('rev-parse', 'HEAD:a');
    const latin = Buffer.from(`100644 blob ${blob}\tcaf\u00e9\0`, 'latin1');
    await using index = await temporaryFolder();
    const input = join(index.path, 'input');
    await writeFile(input, latin);
    await repository.git('-c', `alias.plant=!git update-index -z --index-info < '${input}'`, 'plant');
    await repository.git('commit', '--quiet', '--message', 'latin');
    const opened = await openRepository(repository.directory, environment);

    const listed = await opened.listFiles(await opened.resolve('HEAD'));

    expect(listed.map((entry) => entry.path).toSorted()).toEqual(names.toSorted());
    expect(listed.find((entry) => entry.path === 'ünï/日本.md')).toEqual({
      path: 'ünï/日本.md',
      kind: 'file',
      size: 15,
      oid: await repository.git('rev-parse', 'HEAD:ünï/日本.md'),
    });
  });

  test('blobs come back byte for byte: Latin-1, NUL, CRLF, empty and 3 MB', async () => {
    const contents = [
      Buffer.from('caf\u00e9', 'latin1'),
      Buffer.from([0, 255, 254, 10, 13, 10, 0]),
      Buffer.from('a\r\nb\r\n'),
      Buffer.alloc(0),
      Buffer.alloc(3_000_000, 'é'),
    ];
    await using repository = await temporaryRepository(
      Object.fromEntries(contents.map((content, at) => [`f${at}`, content])),
    );
    const opened = await openRepository(repository.directory, environment);
    const listed = await opened.listFiles(await opened.resolve('HEAD'));

    const read = await Promise.all(listed.map(async (entry) => opened.readBlob(entry.oid)));

    expect(read.map((bytes, at) => Buffer.compare(bytes, contents[at] ?? Buffer.alloc(1)))).toEqual([
      0, 0, 0, 0, 0,
    ]);
    await expect(opened.readBlob('f'.repeat(40))).rejects.toThrow('git has no file ffff');
    await expect(opened.readBlob('--help')).rejects.toThrow('not a full sha');
  });

  test('a small blob that was read needs no git for a second time, a large one is not kept', async () => {
    await using repository = await temporaryRepository({ small: 'text', large: Buffer.alloc(5_000_000) });
    const opened = await openRepository(repository.directory, environment);
    const [large, small] = await opened.listFiles(await opened.resolve('HEAD'));
    const read = async (entry = small): Promise<number> => (await opened.readBlob(entry?.oid ?? '')).length;
    expect([await read(small), await read(large)]).toEqual([4, 5_000_000]);
    await rm(join(repository.directory, '.git/objects'), { recursive: true });
    expect(await read(small)).toBe(4);
    await expect(read(large)).rejects.toThrow('git has no file');
  });

  test('added, modified, deleted and renamed paths are told apart, also from a sub-folder', async () => {
    const text = 'one\ntwo\nthree\nfour\nfive\n';
    await using repository = await temporaryRepository({
      'sub/old.md': text,
      gone: 'g',
      kept: 'k',
      edited: 'e',
    });
    const base = await repository.git('rev-parse', 'HEAD');
    await repository.move('sub/old.md', 'else/new\nname.md');
    await repository.write({ 'else/new\nname.md': `${text}six\n`, edited: 'f', 'sub/fresh': 'fresh' });
    await repository.remove(['gone']);
    const head = await repository.commit();
    const opened = await openRepository(join(repository.directory, 'sub'), environment);

    expect((await opened.changedPaths(base, head)).toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { status: 'modified', path: 'edited', from: null },
      { status: 'renamed', path: 'else/new\nname.md', from: 'sub/old.md' },
      { status: 'deleted', path: 'gone', from: null },
      { status: 'added', path: 'sub/fresh', from: null },
    ]);
    expect((await opened.listFiles(head)).map((entry) => entry.path)).toContain('kept');
  });

  test('tracked are files and folders of the index, nothing outside the repository', async () => {
    await using repository = await temporaryRepository({ 'a/b.md': '1', '*.md': '2' });
    await repository.write({ 'loose/c': '3' });
    const opened = await openRepository(repository.directory, environment);

    expect(await opened.tracks('a')).toBe(true);
    expect(await opened.tracks(join(repository.directory, 'a/b.md'))).toBe(true);
    for (const path of ['loose', 'loose/c', 'absent', 'a/*', '/etc', '..', '-h']) {
      expect(await opened.tracks(path)).toBe(false);
    }
  });
});

describe('writing trees', () => {
  test('every tracked file is there: links, executables, ignored, export-ignored, sparse; no .git', async () => {
    await using repository = await temporaryRepository({
      '.gitattributes': 'tests/** export-ignore\n*.txt text eol=crlf\n*.lfs filter=lfs\n',
      '.gitignore': 'dist\n',
      'dist/x': 'ignored but tracked',
      'tests/a.test.js': 'test',
      'run.sh': '#!/bin/sh\n',
      'a.txt': 'one\n',
      'big.lfs': 'pointer',
      'new\nline': 'n',
    });
    await symlink('../run.sh', join(repository.directory, 'dist/link'));
    await chmod(join(repository.directory, 'run.sh'), 0o755);
    const first = await repository.commit();
    await repository.git('update-index', '--add', '--cacheinfo', `160000,${first},vendor/module`);
    await repository.git('commit', '--quiet', '--message', 'submodule');
    await repository.git('config', 'core.sparseCheckout', 'true');
    await repository.write({ '.git/info/sparse-checkout': 'nothing\n' });
    await using tree = await temporaryFolder();
    const opened = await openRepository(repository.directory, environment);

    await opened.writeTree(await opened.resolve('HEAD'), tree.path);

    expect((await readdir(tree.path, { recursive: true })).toSorted()).toEqual(
      [
        '.gitattributes',
        '.gitignore',
        'a.txt',
        'big.lfs',
        'dist',
        'dist/link',
        'dist/x',
        'new\nline',
        'run.sh',
        'tests',
        'tests/a.test.js',
        'vendor',
        'vendor/module',
      ].toSorted(),
    );
    expect(await readlink(join(tree.path, 'dist/link'))).toBe('../run.sh');
    expect((await lstat(join(tree.path, 'run.sh'))).mode & 0o111).toBe(0o111);
    expect((await lstat(join(tree.path, 'a.txt'))).mode & 0o111).toBe(0);
    expect(await readFile(join(tree.path, 'a.txt'), 'utf8')).toBe('one\r\n');
    expect(await repository.git('status', '--porcelain', '--untracked-files=all', '--', 'a.txt')).toBe('');
    await expect(opened.writeTree(first, tree.path)).rejects.toThrow('not an empty folder');
  });

  test('eight trees of two commits are written at once and leave nothing behind', async () => {
    await using repository = await temporaryRepository({ a: '0', 'b/c': 'c' });
    const base = await repository.git('rev-parse', 'HEAD');
    await repository.write({ a: '1' });
    const head = await repository.commit();
    await using folder = await temporaryFolder();
    const opened = await openRepository(repository.directory, environment);
    // A place of its own, because other runs on this machine use the common one.
    await using place = await temporaryFolder();
    using _ = temporaryFilesIn(place.path);

    const read = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => {
        const directory = join(folder.path, String(at));
        await mkdir(directory);
        await opened.writeTree(at % 2 === 0 ? base : head, directory);
        return readFile(join(directory, 'a'), 'utf8');
      }),
    );

    expect(read.join('')).toBe('01010101');
    expect(await readdir(place.path)).toEqual([]);
  });
});

/** Temporary files are made below another folder until this is disposed of. */
function temporaryFilesIn(folder: string): Disposable {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  return {
    [Symbol.dispose]: () => {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    },
  };
}
