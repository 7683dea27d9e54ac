import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { atOnce } from '../../core/at-once.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { gitEnvironment, temporaryRepository } from '../../testing/temporary-repository.ts';
import { openRepository } from './git-repository.ts';
import { trackedAnywhere } from './tracked-anywhere.ts';

test.each([{ isOpen: false }, { isOpen: true }])(
  'the repository that a path lies in is asked, whether the one around it is open already: $isOpen',
  async ({ isOpen }) => {
    await using repository = await temporaryRepository({ 'docs/SPEC.md': '# Spec\n' });
    await using other = await temporaryRepository({ 'README.md': 'other' });
    await using folder = await temporaryFolder();
    await repository.git('worktree', 'add', '--quiet', 'inner');
    const known = isOpen ? await openRepository(repository.directory, gitEnvironment) : null;
    const tracks = trackedAnywhere(gitEnvironment, known);
    const asked = async (...paths: readonly string[]): Promise<readonly boolean[]> =>
      atOnce(paths, async (path) => tracks(join(repository.directory, path)));

    expect(await asked('docs/SPEC.md', 'docs', '.', 'inner/docs/SPEC.md')).toEqual([true, true, true, true]);
    expect(await asked('docs/new', 'new/folder', 'inner/new')).toEqual([false, false, false]);
    expect(await tracks(join(other.directory, 'README.md'))).toBe(true);
    expect(await tracks(join(folder.path, 'file'))).toBe(false);
  },
);
