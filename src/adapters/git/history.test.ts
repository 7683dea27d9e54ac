import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { gitEnvironment, temporaryRepository } from '../../testing/temporary-repository.ts';
import { openRepository } from './git-repository.ts';

const environment = { PATH: gitEnvironment['PATH'] ?? '', HOME: '/nonexistent' };

type Commits = { readonly base: string; readonly head: string; readonly branchPoint: string };

type Remote = Commits & { readonly origin: string; readonly clone: string } & AsyncDisposable;

// Made once by 70 programs; each test gets a copy of its own.
let made: Commits & { readonly folder: string };

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'origin-'));
  made = { folder, ...(await makeOrigin(originIn(folder))) };
});
afterAll(async () => rm(made.folder, { recursive: true }));

function originIn(folder: string): string {
  return join(folder, 'origin.git');
}

/** A bare repository whose main and topic parted 60 commits ago. */
async function makeOrigin(origin: string): Promise<Commits> {
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
  await source.git('clone', '--quiet', '--bare', source.directory, origin);
  await source.git('-C', origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  await source.git('-C', origin, 'config', 'uploadpack.allowFilter', 'true');
  return { base, head, branchPoint };
}

/** A copy of that repository, and a clone of topic alone, made with `options`. */
async function remote(...options: readonly string[]): Promise<Remote> {
  const folder = await mkdtemp(join(tmpdir(), 'remote-'));
  const origin = originIn(folder);
  const clone = join(folder, 'clone');
  await cp(originIn(made.folder), origin, { recursive: true });
  await git(
    folder,
    'clone',
    '--quiet',
    '--branch=topic',
    '--single-branch',
    ...options,
    `file://${origin}`,
    clone,
  );
  const { base, head, branchPoint } = made;
  const dispose = async (): Promise<void> => rm(folder, { recursive: true, force: true });
  return { origin, clone, base, head, branchPoint, [Symbol.asyncDispose]: dispose };
}

async function git(directory: string, ...args: readonly string[]): Promise<void> {
  await promisify(execFile)('git', [...args], { cwd: directory, env: gitEnvironment });
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

test.each(['blob:none', 'tree:0'])(
  'a clone with the filter %s is completed whatever its remote is called',
  async (filter) => {
    await using there = await remote(`--filter=${filter}`, '--no-checkout', '--origin=upstream');
    const opened = await openRepository(there.clone, environment);

    const head = await opened.resolve('HEAD');
    // From here on everything is on this machine.
    await rename(there.origin, `${there.origin}.gone`);
    const listed = await opened.listFiles(head);
    const texts = await Promise.all(listed.map(async ({ oid }) => opened.readBlob(oid)));

    expect(texts.map((bytes) => new TextDecoder().decode(bytes))).toEqual(['two', 'b']);
  },
);

test.each(['blob:none', 'tree:0'])(
  'a clone with the filter %s whose remote is gone or refuses is refused in one line with the way out',
  async (filter) => {
    await using there = await remote(`--filter=${filter}`, '--no-checkout');
    const opened = await openRepository(there.clone, environment);
    const refusal = {
      code: 'OBJECTS_MISSING',
      message: expect.stringMatching(
        /^OBJECTS_MISSING: this checkout is a partial clone without .* of [0-9a-f]{12}, and they could not be fetched: (?:fatal|error|remote): .*\. No model was asked\. .*--refetch --no-filter`\.$/,
      ),
    };

    await git(there.origin, 'config', 'uploadpack.allowAnySHA1InWant', 'false');
    await git(there.clone, 'config', 'protocol.version', '0');
    await expect(opened.resolve('HEAD')).rejects.toMatchObject(refusal);
    await rename(there.origin, `${there.origin}.gone`);
    await expect(opened.resolve('HEAD')).rejects.toMatchObject(refusal);
    await git(there.clone, 'remote', 'set-url', 'origin', 'http://user:s3cret@127.0.0.1:1/x.git');
    await expect(opened.resolve('HEAD')).rejects.toMatchObject({
      message: expect.not.stringContaining('s3cret'),
    });
  },
);

test('a checkout that is shallow and without files gets the base with its files', async () => {
  await using there = await remote('--depth=1', '--filter=blob:none', '--no-checkout');
  const opened = await openRepository(there.clone, environment);

  const base = await opened.resolve(there.base);
  const point = await opened.mergeBase(base, await opened.resolve('HEAD'));
  await rename(there.origin, `${there.origin}.gone`);

  expect(point).toBe(there.branchPoint);
  expect((await opened.changedPaths(point, base)).map(({ path }) => path)).toEqual(['c.md']);
  expect((await opened.listFiles(point)).map(({ size }) => size)).toEqual([3]);
});

test('a whole checkout gets a commit that is on none of its branches by its sha, as the head of a fork is', async () => {
  await using there = await remote();
  const opened = await openRepository(there.clone, environment);

  expect(await opened.resolve(there.base)).toBe(there.base);
  await expect(opened.resolve('f'.repeat(40))).rejects.toThrow(/^REF_NOT_FOUND/);
});

test('the common ancestor is found where the base is right below the head, far below it, beside it, or it', async () => {
  await using there = await remote();
  const opened = await openRepository(there.clone, environment);
  const parent = await opened.resolve('HEAD~1');
  const beside = await opened.resolve(there.base);

  expect(await opened.mergeBase(parent, there.head)).toBe(parent);
  expect(await opened.mergeBase(there.head, there.head)).toBe(there.head);
  expect(await opened.mergeBase(there.branchPoint, there.head)).toBe(there.branchPoint);
  expect(await opened.mergeBase(beside, there.head)).toBe(there.branchPoint);
  expect(await opened.mergeBase(there.head, parent)).toBe(parent);
});
