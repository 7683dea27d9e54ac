import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import {
  gitEnvironment,
  temporaryRepository,
  type TemporaryRepository,
} from '../../testing/temporary-repository.ts';
import { openRepository } from './git-repository.ts';

const local = ['-c', 'protocol.file.allow=always'];

/** The files of a commit as the program writes them. */
async function written(repository: TemporaryRepository, commit: string): Promise<Record<string, string>> {
  await using tree = await temporaryFolder();
  const opened = await openRepository(repository.directory, gitEnvironment);
  await opened.writeTree(await opened.resolve(commit), tree.path);
  const entries = await readdir(tree.path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path.slice(tree.path.length + 1), await readFile(path, 'utf8')] as const;
      }),
    ),
  );
}

describe('a submodule', () => {
  test('stands in each tree as that tree’s own pointer names it, with submodules of its own', async () => {
    await using inner = await temporaryRepository({ 'inner.txt': 'inner\n' });
    await using library = await temporaryRepository({ 'answer.txt': 'old\n' });
    await library.git(...local, 'submodule', '--quiet', 'add', inner.directory, 'deep');
    const old = await library.commit();
    await using repository = await temporaryRepository({ 'SPEC.md': 'x\n' });
    await repository.git(...local, 'submodule', '--quiet', 'add', library.directory, 'lib/answers');
    await repository.git(...local, 'submodule', '--quiet', 'update', '--init', '--recursive');
    const base = await repository.commit();
    await library.write({ 'answer.txt': 'new\n' });
    await library.commit();
    await repository.git(...local, 'submodule', '--quiet', 'update', '--remote', '--recursive');
    const head = await repository.commit();

    const before = await written(repository, base);
    const after = await written(repository, head);

    expect(old).not.toBe(await library.git('rev-parse', 'HEAD'));
    expect([before['lib/answers/answer.txt'], after['lib/answers/answer.txt']]).toEqual(['old\n', 'new\n']);
    expect([before['lib/answers/deep/inner.txt'], after['lib/answers/deep/inner.txt']]).toEqual([
      'inner\n',
      'inner\n',
    ]);
  });

  test('is found by its name where it has moved, and by its own folder where it was never absorbed', async () => {
    await using library = await temporaryRepository({ 'a.txt': 'a\n' });
    await using repository = await temporaryRepository();
    await repository.git(...local, 'submodule', '--quiet', 'add', library.directory, 'one');
    const base = await repository.commit();
    await repository.git('mv', 'one', 'two');
    const head = await repository.commit();
    await using other = await temporaryRepository();
    await other.git('clone', '--quiet', library.directory, 'own');
    await other.git('submodule', '--quiet', 'add', library.directory, 'own');
    const unabsorbed = await other.commit();

    expect(await written(repository, base)).toMatchObject({ 'one/a.txt': 'a\n' });
    expect(await written(repository, head)).toMatchObject({ 'two/a.txt': 'a\n' });
    expect(await written(other, unabsorbed)).toMatchObject({ 'own/a.txt': 'a\n' });
  });

  test('whose commit is not on this machine is refused, with the way out', async () => {
    await using library = await temporaryRepository({ 'a.txt': 'a\n' });
    await using repository = await temporaryRepository();
    await repository.git(...local, 'submodule', '--quiet', 'add', library.directory, 'lib');
    const head = await repository.commit();
    await rm(join(repository.directory, '.git/modules'), { recursive: true });

    await expect(written(repository, head)).rejects.toMatchObject({
      code: 'POINTED_CONTENT_MISSING',
      message: expect.stringMatching(
        /`lib` of [0-9a-f]{12} is a submodule, and this checkout does not have its commit/,
      ),
      hint: expect.stringContaining('submodules: recursive'),
    });
  });

  test('that is a partial clone is completed, and refused where its remote has gone', async () => {
    await using library = await temporaryRepository({ 'a.txt': 'old\n' });
    await library.git('config', 'uploadpack.allowFilter', 'true');
    await using repository = await temporaryRepository();
    await repository.git(...local, 'submodule', '--quiet', 'add', `file://${library.directory}`, 'lib');
    const base = await repository.commit();
    await library.write({ 'a.txt': 'new\n' });
    await library.commit();
    await repository.git(...local, 'submodule', '--quiet', 'update', '--remote');
    const head = await repository.commit();
    await using clone = await temporaryFolder();
    const partial = async (name: string): Promise<TemporaryRepository> => {
      const directory = join(clone.path, name);
      const options = ['--recurse-submodules', '--filter=blob:none', '--also-filter-submodules'];
      await repository.git(
        ...local,
        'clone',
        '--quiet',
        ...options,
        `file://${repository.directory}`,
        directory,
      );
      return { ...repository, directory };
    };
    await repository.git('config', 'uploadpack.allowFilter', 'true');
    const [one, other] = [await partial('one'), await partial('other')];

    expect(await written(one, base)).toMatchObject({ 'lib/a.txt': 'old\n' });
    await rm(library.directory, { recursive: true });
    expect(await written(one, base)).toMatchObject({ 'lib/a.txt': 'old\n' });
    expect(await written(other, head)).toMatchObject({ 'lib/a.txt': 'new\n' });
    await expect(written(other, base)).rejects.toMatchObject({ code: 'OBJECTS_MISSING' });
  });

  test('whose name leads out of the git folder is looked for nowhere', async () => {
    await using library = await temporaryRepository({ 'a.txt': 'a\n' });
    await using repository = await temporaryRepository();
    const commit = await library.git('rev-parse', 'HEAD');
    const name = `../../../../../../../..${library.directory}/.git`;
    await repository.write({ '.gitmodules': `[submodule "${name}"]\n\tpath = lib\n\turl = x\n` });
    await repository.git('add', '.');
    await repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},lib`);
    await repository.git('commit', '--quiet', '--message', 'planted');

    await expect(written(repository, 'HEAD')).rejects.toMatchObject({ code: 'POINTED_CONTENT_MISSING' });
  });
});

describe('a file that Git LFS keeps', () => {
  const bytes = 'the real text\n';
  const digest = createHash('sha256').update(bytes).digest('hex');
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${digest}\nsize ${bytes.length}\n`;
  const kept = `.git/lfs/objects/${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`;
  const files = {
    'data/.gitattributes': '*.bin filter=lfs -text\n',
    'data/big.bin': pointer,
    'fake.txt': pointer,
  };

  test('comes from the store of the checkout; a fixture that only looks like a pointer stays', async () => {
    await using repository = await temporaryRepository(files);
    await repository.write({ [kept]: bytes });

    expect(await written(repository, 'HEAD')).toMatchObject({ 'data/big.bin': bytes, 'fake.txt': pointer });
  });

  test.each([
    ['is not there', null],
    ['is another text of the same length', 'the fake text\n'],
    ['is cut', 'the real'],
  ])('is refused where what is kept %s', async (_, text) => {
    await using repository = await temporaryRepository(files);
    if (text !== null) await repository.write({ [kept]: text });

    await expect(written(repository, 'HEAD')).rejects.toMatchObject({
      code: 'POINTED_CONTENT_MISSING',
      message: expect.stringMatching(/`data\/big\.bin` of [0-9a-f]{12} is kept by Git LFS/),
    });
  });
});
