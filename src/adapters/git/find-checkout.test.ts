import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { gitEnvironment, temporaryRepository } from '../../testing/temporary-repository.ts';
import { findCheckout, type Checkout } from './find-checkout.ts';

type Workspace = { readonly path: string } & AsyncDisposable;

/** A workspace with clones in some of its folders, each with an origin. */
async function workspace(clones: Readonly<Record<string, string>>): Promise<Workspace> {
  await using source = await temporaryRepository({ 'packages/a/x': '1' });
  const folder = await temporaryFolder();
  for (const [path, origin] of Object.entries(clones)) {
    const place = join(folder.path, path);
    await source.git('clone', '--quiet', source.directory, place);
    await source.git('-C', place, 'remote', 'set-url', 'origin', origin);
  }
  return folder;
}

async function found(of: Workspace, workingDirectory = ''): Promise<Checkout> {
  const { directory, ...rest } = await findCheckout({
    workspace: of.path,
    workingDirectory,
    repository: 'octo/app',
    environment: gitEnvironment,
  });
  return { ...rest, directory: directory.replace(of.path, '') };
}

const [own, others] = ['https://github.com/Octo/App.git', 'git@github.com:octo/tools.git'];

test('the workspace itself is the checkout, whatever else lies in it', async () => {
  await using repository = await temporaryRepository({ a: '1' });
  await repository.git('clone', '--quiet', repository.directory, 'tools');

  expect(await found({ ...repository, path: repository.directory }, 'tools')).toEqual({
    directory: '',
    workingDirectory: 'tools',
  });
});

test.each([
  [{ app: own }, '', { directory: '/app', workingDirectory: '' }],
  [{ 'in/app': own }, '', { directory: '/in/app', workingDirectory: '' }],
  [{ app: own, tools: others }, '', { directory: '/app', workingDirectory: '' }],
  [{ app: own }, 'packages/a', { directory: '/app', workingDirectory: 'packages/a' }],
  [{ app: own }, './app/packages/a', { directory: '/app', workingDirectory: 'packages/a' }],
  [{ app: own, tools: others }, 'tools/', { directory: '/tools', workingDirectory: '.' }],
  [{}, 'a', { directory: '', workingDirectory: 'a' }],
])('with checkouts %j and the working directory %j', async (clones, workingDirectory, expected) => {
  await using place = await workspace(clones);
  await mkdir(join(place.path, 'node_modules/x/.git'), { recursive: true });

  expect(await found(place, workingDirectory)).toEqual(expected);
});

test('two checkouts that could both be meant are named', async () => {
  await using place = await workspace({ base: own, head: own });

  await expect(found(place)).rejects.toMatchObject({
    code: 'CHECKOUT_UNCLEAR',
    message: expect.stringContaining('`base`, `head`'),
  });
  expect(await found(place, 'head')).toEqual({ directory: '/head', workingDirectory: '.' });
});
