import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  gitEnvironment,
  temporaryRepository,
  type TemporaryRepository,
} from '../../testing/temporary-repository.ts';
import { openRepository } from './git-repository.ts';

const environment = { PATH: gitEnvironment['PATH'] ?? '', HOME: '/nonexistent' };

const files = { 'a-b': '1', 'a/b': '2', 'run.sh': '3', 'to-link': '4', 'z/last': '5' };

type Edit = (repository: TemporaryRepository) => Promise<void>;

const edits: readonly (readonly [string, Edit])[] = [
  ['texts', async (repository) => repository.write({ 'a/b': '1', 'z/last': '2' })],
  [
    'texts, and a new file',
    async (repository) => repository.write({ 'a-b': '2', 'a.b': 'new', 'zz/new': 'new' }),
  ],
  [
    'texts, and a file that is gone',
    async (repository) => {
      await repository.write({ 'z/last': '2' });
      await repository.remove(['a/b', 'run.sh']);
    },
  ],
  ['the right to be run', async (repository) => chmod(join(repository.directory, 'run.sh'), 0o755)],
  [
    'a file that became a link',
    async (repository) => {
      await repository.remove(['to-link']);
      await symlink('run.sh', join(repository.directory, 'to-link'));
    },
  ],
  ['a file that was moved', async (repository) => repository.move('a/b', 'c/d')],
  ['nothing', async () => {}],
];

test.each(edits)('the same paths are changed as git says, in its order: %s', async (_, edit) => {
  await using repository = await temporaryRepository(files);
  const base = await repository.git('rev-parse', 'HEAD');
  await edit(repository);
  const head = await repository.commit();
  const opened = await openRepository(repository.directory, environment);

  const said = await repository.git('diff', '--name-status', '--no-renames', base, head);
  const found = await opened.changedPaths(base, head);
  const plain = found.flatMap(({ path, status, from }) =>
    from === null ? [`${letters[status]}\t${path}`] : [`D\t${from}`, `A\t${path}`],
  );
  // Git calls a link in the place of a file another type.
  expect(plain).toEqual(said.replaceAll(/^T/gm, 'M').split('\n').filter(Boolean));
});

const letters = { added: 'A', modified: 'M', deleted: 'D', renamed: 'R' } as const;
