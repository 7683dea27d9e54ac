import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { gitEnvironment, temporaryRepository } from '../../testing/temporary-repository.ts';
import { trackedAnywhere } from '../git/tracked-anywhere.ts';
import { openResultFile } from './result-file.ts';

const untracked = async (): Promise<boolean> => false;

test('a file that can be written is not there before there is a result, its folder is', async () => {
  await using folder = await temporaryFolder();
  await openResultFile(join(folder.path, 'results/result.json'), untracked);
  expect(await readdir(folder.path, { recursive: true })).toEqual(['results']);
});

test('the result of an earlier run stays', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'result.json');
  await writeFile(path, 'earlier');
  await openResultFile(path, untracked);
  expect(await readFile(path, 'utf8')).toBe('earlier');
});

test('a path that cannot be written is named, with what to do', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'file'), '');
  await expect(openResultFile(join(folder.path, 'file/result.json'), untracked)).rejects.toThrow(
    /RESULT_NOT_WRITABLE: `--result .*file\/result\.json` cannot be written .*Name a file in a folder/,
  );
});

describe('what git tracks or keeps for itself', () => {
  const tracks = trackedAnywhere(gitEnvironment);

  test.each([
    ['a tracked file', 'docs/SPEC.md'],
    ['a link to one', 'to-spec'],
    ['a file of git', '.git/config'],
    ['a new file of git', '.git/hooks/post-checkout'],
    ['git’s folder under another spelling', '.GIT/new'],
    ['a file behind a link into it', 'to-git/new'],
    ['a link to a file that is not there yet', 'to-new'],
    ['a file in the folder of git that lies elsewhere', 'store/new'],
  ])('is refused and stays as it was: %s', async (_, path) => {
    await using repository = await temporaryRepository({ 'docs/SPEC.md': '# Spec\n', 'README.md': 'a' });
    const at = (name: string): string => join(repository.directory, name);
    await symlink('docs/SPEC.md', at('to-spec'));
    await symlink('.git', at('to-git'));
    await symlink('.git/new', at('to-new'));
    await repository.git('init', '--quiet', '--bare', 'store');
    const before = await readdir(repository.directory, { recursive: true });

    await expect(openResultFile(at(path), tracks)).rejects.toThrow(/^RESULT_NOT_WRITABLE: .*git/);

    expect(await readdir(repository.directory, { recursive: true })).toEqual(before);
    expect(await readFile(at('docs/SPEC.md'), 'utf8')).toBe('# Spec\n');
  });

  test('an untracked file beside them is not, nor one in a checkout that lies inside a folder of git', async () => {
    await using repository = await temporaryRepository({ 'docs/SPEC.md': '# Spec\n' });
    await repository.git('worktree', 'add', '--quiet', '.git/kept/other');
    for (const folder of ['docs', '.git/kept/other/docs'])
      await openResultFile(join(repository.directory, folder, 'result.json'), tracks);
    await expect(
      openResultFile(join(repository.directory, '.git/kept/other/docs/SPEC.md'), tracks),
    ).rejects.toThrow('is tracked by git');
  });

  test('a file outside of every repository is not', async () => {
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, 'a'));
    await expect(openResultFile(join(folder.path, 'a/result.json'), tracks)).resolves.toBeUndefined();
  });
});
