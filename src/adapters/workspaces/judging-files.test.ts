import { chmod, mkdtemp, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { prepareSituation, type PreparedSituation } from '../../testing/prepared-workspace.ts';

let temporaryRoot = '';
beforeAll(async () => {
  temporaryRoot = await mkdtemp(join(tmpdir(), 'judging-files-'));
});
afterAll(async () => {
  await rm(temporaryRoot, { recursive: true, force: true });
});

const files = {
  'SPEC.md': 'spec',
  'package.json': '{}',
  'src/made.js': 'old',
  'tests/a.txt': 'a',
  'data.txt': 'data',
};
const prepare = (): Promise<PreparedSituation> =>
  prepareSituation({ temporaryRoot, files, emptied: ['src/made.js'] });

describe('without a sandbox, the files that judge an answer', () => {
  test.each<readonly [string, (root: string) => Promise<void>]>([
    ['a test is written', (root) => writeFile(join(root, 'tests/a.txt'), 'b')],
    ['a test is removed', (root) => unlink(join(root, 'tests/a.txt'))],
    [
      'a test becomes a link to the same text',
      async (root) => {
        await writeFile(join(root, 'a.txt'), 'a');
        await unlink(join(root, 'tests/a.txt'));
        await symlink('../a.txt', join(root, 'tests/a.txt'));
      },
    ],
    ['the spec is written', (root) => writeFile(join(root, 'SPEC.md'), 'speC')],
    ['what steers a runner is written', (root) => writeFile(join(root, 'package.json'), '{"a":1}')],
  ])('are changed where %s, in the first workspace as in a later one', async (_, change) => {
    await using opened = await prepare();
    for (const answer of ['first', 'second']) {
      await using workspace = await opened.answer(answer);
      expect(await workspace.isJudgeChanged()).toBe(false);
      await change(workspace.root);
      expect(await workspace.isJudgeChanged()).toBe(true);
    }
  });

  test('are not changed by other files, nor by the same text at another time', async () => {
    await using opened = await prepare();
    await using workspace = await opened.answer('new');
    for (const path of ['src/made.js', 'data.txt', 'new.txt'])
      await writeFile(join(workspace.root, path), 'x');
    await writeFile(join(workspace.root, 'tests/a.txt'), 'a');
    await utimes(join(workspace.root, 'SPEC.md'), 1, 1);
    await chmod(join(workspace.root, 'SPEC.md'), 0o600);
    expect(await workspace.isJudgeChanged()).toBe(false);
  });

  test('are those of its own run where tests ask for something else, whichever run is first', async () => {
    const other = [{ path: 'tests/a.txt', text: 'b' }];
    for (const changes of [
      [other, []],
      [[], other],
    ]) {
      await using opened = await prepare();
      for (const changed of changes) {
        await using workspace = await opened.prepared.open({ kind: 'committed' }, changed);
        expect(await workspace.isJudgeChanged()).toBe(false);
        await writeFile(join(workspace.root, 'tests/a.txt'), changed.length === 0 ? 'b' : 'a');
        expect(await workspace.isJudgeChanged()).toBe(true);
      }
    }
  });
});
