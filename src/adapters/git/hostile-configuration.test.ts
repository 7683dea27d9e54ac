import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  gitEnvironment,
  temporaryRepository,
  type TemporaryRepository,
} from '../../testing/temporary-repository.ts';
import { openRepository } from './git-repository.ts';

const environment = { PATH: gitEnvironment['PATH'] ?? '', HOME: '/nonexistent' };

const hooks = [
  'post-checkout',
  'post-index-change',
  'reference-transaction',
  'post-rewrite',
  'post-merge',
  'pre-auto-gc',
];

/**
 * Makes the repository's own configuration run a program wherever git would allow it. Returns the folder in which
 * such programs leave their proofs.
 */
async function plant(repository: TemporaryRepository): Promise<string> {
  const proofs = await mkdtemp(join(tmpdir(), 'hostile-'));
  const trap = async (name: string): Promise<string> => {
    const path = join(proofs, `${name}.sh`);
    await writeFile(path, `#!/bin/sh\ntouch '${join(proofs, name)}.ran'\nexit 0\n`);
    await chmod(path, 0o755);
    return path;
  };
  for (const hook of hooks) {
    const path = join(repository.directory, '.git/hooks', hook);
    await repository.write({ [`.git/hooks/${hook}`]: `#!/bin/sh\ntouch '${join(proofs, hook)}.ran'\n` });
    await chmod(path, 0o755);
  }
  const settings: Record<string, string> = {
    'core.fsmonitor': await trap('fsmonitor'),
    'diff.external': await trap('diff-external'),
    'diff.hostile.textconv': await trap('textconv'),
    'diff.hostile.command': await trap('diff-command'),
    'filter.hostile.smudge': await trap('smudge'),
    'filter.hostile.clean': await trap('clean'),
    'filter.process.process': await trap('filter-process'),
    'core.pager': await trap('pager'),
    'core.attributesFile': join(repository.directory, 'attributes'),
    'alias.ls-tree': `!${await trap('alias')}`,
  };
  for (const [key, value] of Object.entries(settings)) await repository.git('config', key, value);
  await repository.write({ '.git/info/attributes': '* filter=hostile diff=hostile\n' });
  return proofs;
}

async function ran(proofs: string): Promise<readonly string[]> {
  return (await readdir(proofs)).filter((name) => name.endsWith('.ran')).toSorted();
}

const files = {
  '.gitattributes': '*.bin filter=hostile diff=hostile\n*.dat filter=process\n',
  'a.bin': 'a',
  'b.dat': 'b',
  'c.txt': 'c',
};

test('hooks, monitors, filters and diff programs of the repository do not run', async () => {
  await using repository = await temporaryRepository(files);
  const base = await repository.git('rev-parse', 'HEAD');
  await repository.write({ 'a.bin': 'A', 'c.txt': 'C' });
  const head = await repository.commit();
  const proofs = await plant(repository);
  const tree = await mkdtemp(join(tmpdir(), 'tree-'));

  const opened = await openRepository(repository.directory, environment);
  await opened.resolve('main');
  await opened.mergeBase(base, head);
  await opened.listFiles(head);
  await opened.changedPaths(base, head);
  await opened.tracks('a.bin');
  await opened.writeTree(head, tree);

  expect(await ran(proofs)).toEqual([]);
  expect(await readFile(join(tree, 'a.bin'), 'utf8')).toBe('A');
  expect(await readFile(join(tree, 'b.dat'), 'utf8')).toBe('b');
  await rm(proofs, { recursive: true });
  await rm(tree, { recursive: true });
});

test('the traps of the test above do run under a plain git', async () => {
  await using repository = await temporaryRepository(files);
  await repository.write({ 'a.bin': 'A' });
  await repository.commit();
  const proofs = await plant(repository);

  await repository.git('diff', '--ext-diff', 'HEAD~1', 'HEAD').catch(() => '');
  await repository.git('checkout', '--force', 'HEAD~1').catch(() => '');

  expect(await ran(proofs)).toEqual(
    expect.arrayContaining(['fsmonitor.ran', 'post-index-change.ran', 'smudge.ran', 'diff-command.ran']),
  );
  await rm(proofs, { recursive: true });
});
