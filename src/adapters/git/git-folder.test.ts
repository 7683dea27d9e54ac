import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import {
  gitEnvironment,
  temporaryRepository,
  type TemporaryRepository,
} from '../../testing/temporary-repository.ts';
import { openRepository } from './git-repository.ts';

/** What git says in a written tree, one answer for each line of words. */
async function saidIn(
  repository: Pick<TemporaryRepository, 'directory'>,
  ...questions: readonly string[]
): Promise<readonly string[]> {
  await using tree = await temporaryFolder();
  const opened = await openRepository(repository.directory, gitEnvironment);
  const commit = await opened.resolve('HEAD');
  const changed = await opened.withFiles(commit, [
    { path: 'package.json', content: Buffer.from('{}'), isExecutable: false },
  ]);
  await opened.writeTree(changed, tree.path);
  await opened.writeGit(changed, tree.path);
  return await inTurn(questions, async (question) => {
    const [program = '', ...words] = question.split(' ');
    const ran = promisify(execFile)(program, words, { cwd: tree.path, env: gitEnvironment });
    return (await ran.catch((error: unknown) => ({ stdout: String(error) }))).stdout.trim();
  });
}

async function inTurn<Value>(
  items: readonly string[],
  task: (item: string) => Promise<Value>,
): Promise<readonly Value[]> {
  const done: Value[] = [];
  for (const item of items) done.push(await task(item));
  return done;
}

const describeAll = [
  'git describe --dirty --long',
  'git describe --dirty --tags --long --match *[0-9]*',
  'git status --porcelain',
];

/** Releases: an annotated v1.0.0, two commits, `latest`, and two more. */
async function released(): Promise<TemporaryRepository> {
  const repository = await temporaryRepository({ a: '1', 'package.json': '{"name":"x"}' });
  await repository.git('tag', '--annotate', '--message', 'one', 'v1.0.0');
  await repository.commit('two');
  await repository.commit('three');
  await repository.git('tag', 'latest');
  await repository.commit('four');
  await repository.commit('five');
  return repository;
}

test('versions that come from git are those of the checkout, and the tree is clean', async () => {
  await using repository = await released();
  const head = await repository.git('rev-parse', '--short', 'HEAD');

  expect(await saidIn(repository, ...describeAll, 'git describe --tags')).toEqual([
    `v1.0.0-4-g${head}`,
    `v1.0.0-4-g${head}`,
    '',
    `latest-2-g${head}`,
  ]);
});

test('a branch that parted before the tag is counted once', async () => {
  await using repository = await temporaryRepository({ a: '1' });
  for (let count = 0; count < 4; count += 1) await repository.commit(`before ${count}`);
  await repository.git('branch', 'side');
  for (let count = 0; count < 6; count += 1) await repository.commit(`main ${count}`);
  await repository.git('tag', 'v1');
  await repository.git('checkout', '--quiet', 'side');
  await repository.commit('side');
  await repository.git('checkout', '--quiet', 'main');
  await repository.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'side');

  const [said] = await saidIn(repository, 'git describe --tags --long');

  expect(said).toBe(await repository.git('describe', '--tags', '--long'));
});

test('history goes back to the nearest tag and not to its beginning, except where there is no tag', async () => {
  await using repository = await temporaryRepository({ a: '1' });
  for (let count = 0; count < 8; count += 1) await repository.commit(`${count}`);
  expect(await saidIn(repository, 'git rev-list --count HEAD')).toEqual(['9']);
  await repository.git('tag', 'v1');
  await repository.commit('last');

  expect(await saidIn(repository, 'git rev-list --count HEAD', 'git tag')).toEqual(['3', 'v1']);
});

test('there are no remotes, no hooks, no branches and nothing of anybody’s configuration', async () => {
  await using repository = await released();
  await repository.git('remote', 'add', 'origin', 'https://user:s3cret@example.com/x.git');
  await repository.git('config', 'user.name', 'Somebody');
  await repository.write({ '.git/hooks/post-checkout': '#!/bin/sh\n' });
  await using tree = await temporaryFolder();
  const opened = await openRepository(repository.directory, gitEnvironment);
  const head = await opened.resolve('HEAD');
  await opened.writeTree(head, tree.path);

  await opened.writeGit(head, tree.path);

  const git = join(tree.path, '.git');
  expect(await readFile(join(git, 'config'), 'utf8')).not.toMatch(/remote|user|s3cret|branch|worktree/);
  expect(await readdir(git)).toEqual(expect.not.arrayContaining(['hooks', 'FETCH_HEAD', 'logs']));
  expect(await readdir(join(git, 'refs/heads'))).toEqual([]);
  expect(await readFile(join(git, 'HEAD'), 'utf8')).toBe(`${head}\n`);
});

test('of a shallow checkout there is as much as it has', async () => {
  await using repository = await released();
  await using clone = await temporaryFolder();
  const directory = join(clone.path, 'clone');
  await repository.git('clone', '--quiet', '--depth=1', `file://${repository.directory}`, directory);

  const [count, status] = await saidIn({ directory }, 'git rev-list --count HEAD', 'git status --porcelain');

  expect([count, status]).toEqual(['1', '']);
});

test('whether there is a tag, and whether the checkout may only lack it, is said', async () => {
  await using repository = await released();
  await using clone = await temporaryFolder();
  const shallow = join(clone.path, 'clone');
  await repository.git('clone', '--quiet', '--depth=1', `file://${repository.directory}`, shallow);
  const given = async (directory: string) => {
    await using tree = await temporaryFolder();
    const opened = await openRepository(directory, gitEnvironment);
    const head = await opened.resolve('HEAD');
    await opened.writeTree(head, tree.path);
    // Awaited here, while the folder is there.
    return await opened.writeGit(head, tree.path);
  };

  expect(await given(repository.directory)).toEqual({ hasTag: true, isShallow: false });
  expect(await given(shallow)).toEqual({ hasTag: false, isShallow: true });
});
