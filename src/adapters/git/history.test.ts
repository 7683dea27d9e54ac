import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { gitEnvironment, temporaryRepository } from '../../testing/temporary-repository.ts';
import { openRepository } from './git-repository.ts';

const environment = { PATH: gitEnvironment['PATH'] ?? '', HOME: '/nonexistent' };

type Remote = {
  readonly origin: string;
  readonly clone: string;
  readonly base: string;
  readonly head: string;
  readonly branchPoint: string;
} & AsyncDisposable;

/** A bare origin whose main and topic parted 60 commits ago, and a clone of topic alone, made with `options`. */
async function remote(...options: readonly string[]): Promise<Remote> {
  await using source = await temporaryRepository({ 'a.md': 'one' });
  for (let count = 0; count < 3; count += 1) await source.commit(`before ${count}`);
  const branchPoint = await source.git('rev-parse', 'HEAD');
  await source.git('checkout', '--quiet', '-b', 'topic');
  const tree = await source.git('rev-parse', 'HEAD^{tree}');
  let tip = branchPoint;
  for (let count = 0; count < 60; count += 1)
    tip = await source.git('commit-tree', '-p', tip, '-m', `${count}`, tree);
  await source.git('reset', '--quiet', '--hard', tip);
  await source.write({ 'a.md': 'two', 'b.md': 'b' });
  const head = await source.commit();
  await source.git('checkout', '--quiet', 'main');
  await source.write({ 'c.md': 'c' });
  const base = await source.commit();

  const folder = await mkdtemp(join(tmpdir(), 'remote-'));
  const origin = join(folder, 'origin.git');
  const clone = join(folder, 'clone');
  await source.git('clone', '--quiet', '--bare', source.directory, origin);
  await source.git('-C', origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  await source.git('-C', origin, 'config', 'uploadpack.allowFilter', 'true');
  await source.git(
    'clone',
    '--quiet',
    '--branch=topic',
    '--single-branch',
    ...options,
    `file://${origin}`,
    clone,
  );
  const dispose = async (): Promise<void> => rm(folder, { recursive: true, force: true });
  return { origin, clone, base, head, branchPoint, [Symbol.asyncDispose]: dispose };
}

test('a checkout of depth 1 gets the base by its sha and is deepened to the common ancestor', async () => {
  await using there = await remote('--depth=1');
  const opened = await openRepository(there.clone, environment);

  expect(await opened.resolve(there.base)).toBe(there.base);
  expect(await opened.resolve('HEAD')).toBe(there.head);
  expect(await opened.mergeBase(there.base, there.head)).toBe(there.branchPoint);
  expect((await opened.listFiles(there.branchPoint)).map((entry) => entry.path)).toEqual(['a.md']);
});

test('a checkout of depth 1 gets a branch that it does not have by its name', async () => {
  await using there = await remote('--depth=1');
  const opened = await openRepository(there.clone, environment);

  expect(await opened.resolve('main')).toBe(there.base);
  await expect(opened.resolve('nowhere')).rejects.toMatchObject({ code: 'REF_NOT_FOUND' });
});

test('a shallow checkout without its remote is refused with fetch-depth: 0', async () => {
  await using there = await remote('--depth=1');
  const shallow = await openRepository(there.clone, environment);
  const second = await shallow.resolve(there.base);
  await rename(there.origin, `${there.origin}.gone`);
  const opened = await openRepository(there.clone, environment);

  const refusal = { code: 'HISTORY_TOO_SHALLOW', hint: expect.stringContaining('fetch-depth: 0') };
  await expect(opened.resolve(there.branchPoint)).rejects.toMatchObject(refusal);
  await expect(opened.mergeBase(second, there.head)).rejects.toMatchObject(refusal);
});

test('several questions at once to a shallow checkout take turns at the remote', async () => {
  await using there = await remote('--depth=1');
  const opened = await openRepository(there.clone, environment);

  const shas = await Promise.all(
    [there.base, 'main', there.branchPoint].map(async (ref) => opened.resolve(ref)),
  );

  expect(shas).toEqual([there.base, there.base, there.branchPoint]);
  expect(await opened.mergeBase(there.base, there.head)).toBe(there.branchPoint);
});

test('a clone without blobs is completed once, and its trees can be written', async () => {
  await using there = await remote('--filter=blob:none', '--no-checkout');
  const opened = await openRepository(there.clone, environment);
  const head = await opened.resolve('HEAD');
  const folder = await mkdtemp(join(tmpdir(), 'tree-'));

  await opened.writeTree(head, folder);

  expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('two');
  expect((await opened.listFiles(head)).map((entry) => entry.size)).toEqual([3, 1]);
  await rm(folder, { recursive: true });
});

test('a whole checkout gets a commit that is on none of its branches by its sha, as the head of a fork is', async () => {
  await using there = await remote();
  const opened = await openRepository(there.clone, environment);

  expect(await opened.resolve(there.base)).toBe(there.base);
  await expect(opened.resolve('f'.repeat(40))).rejects.toThrow(/^REF_NOT_FOUND/);
});
