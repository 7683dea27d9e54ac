import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findPrograms, hiddenPrograms } from './find-programs.ts';

let home = '';
beforeAll(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'home-')));
  await chmod(home, 0o755);
});
afterAll(async () => {
  await rm(home, { recursive: true, force: true });
});

async function shown(
  folders: readonly string[],
  asNobody = false,
): Promise<{ readonly shown: readonly string[]; readonly unreadable: readonly string[] }> {
  for (const folder of folders) await mkdir(join(home, folder), { recursive: true });
  const path = [...folders.map((folder) => join(home, folder)), '/usr/bin'].join(':');
  const { shown: found, unreadable } = await findPrograms({
    path,
    home,
    changeable: [],
    besides: [],
    asNobody,
  });
  const short = (place: string): string => place.replace(home, '~');
  return { shown: found.map(short), unreadable: unreadable.map(short) };
}

test.each([
  ['.nvm/versions/node/v24/bin', '~/.nvm/versions/node/v24'],
  ['project/node_modules/.bin', '~/project/node_modules'],
  ['project/.venv/bin', '~/project/.venv'],
  ['venv/bin', '~/venv'],
  // Keyrings and tokens lie next to these folders.
  ['.local/bin', '~/.local/bin'],
  ['.cargo/bin', '~/.cargo/bin'],
  ['bin', '~/bin'],
])('of %s on PATH is shown %s', async (folder, place) => {
  expect((await shown([folder])).shown).toEqual([place]);
});

test.each([
  ['cargo', 'credentials.toml'],
  ['rust/cargo', '.crates.toml'],
  ['tools/node', '.npmrc'],
])('of an installation in %s that holds %s only its programs are shown', async (folder, name) => {
  await mkdir(join(home, folder, 'lib'), { recursive: true });
  await writeFile(join(home, folder, name), 'token = "secret"\n');
  expect((await shown([`${folder}/bin`])).shown).toEqual([`~/${folder}/bin`, `~/${folder}/lib`]);
});

test('of an installation around a folder for work only its programs are shown', async () => {
  const bin = join(home, 'all/bin');
  await mkdir(bin, { recursive: true });
  const search = { path: bin, home, besides: [], asNobody: false };

  const around = await findPrograms({ ...search, changeable: [join(home, 'all/temporary')] });
  const beside = await findPrograms({ ...search, changeable: [join(home, 'all2')] });

  expect(around.shown).toEqual([bin]);
  expect(beside.shown).toEqual([join(home, 'all')]);
});

test('HOME itself and what is around it are never shown', async () => {
  expect(
    (await findPrograms({ path: `${home}:/tmp:/`, home, changeable: [], besides: [], asNobody: false }))
      .shown,
  ).toEqual([]);
});

test('the place that a linked interpreter comes from is shown too', async () => {
  await mkdir(join(home, 'apart/node/bin'), { recursive: true });
  await mkdir(join(home, 'links'), { recursive: true });
  await writeFile(join(home, 'apart/node/bin/node'), '', { mode: 0o755 });
  await symlink(join(home, 'apart/node/bin/node'), join(home, 'links/node'));
  expect((await shown(['links'])).shown).toEqual(['~/apart/node', '~/links']);
});

test('what a pull request can fill is never shown, neither by its name nor by a link to it', async () => {
  const checkout = join(home, 'work/repository');
  for (const folder of ['node_modules/.bin', '.venv/bin', 'own'])
    await mkdir(join(checkout, folder), { recursive: true });
  await writeFile(join(checkout, 'own/node'), '', { mode: 0o755 });
  await mkdir(join(home, 'work/linked'), { recursive: true });
  await symlink(join(checkout, 'own/node'), join(home, 'work/linked/node'));
  await symlink(join(checkout, 'own'), join(home, 'work/other'));
  const folders = ['repository/node_modules/.bin', 'repository/.venv/bin', 'linked', 'other'];
  const path = [...folders.map((folder) => join(home, 'work', folder)), '/usr/bin'].join(':');

  const found = await findPrograms({ path, home, changeable: [checkout], besides: [], asNobody: false });

  expect(found.shown).toEqual([join(home, 'work/linked')]);
  expect(found.refused).toEqual([0, 1, 3].map((index) => join(home, 'work', folders[index] ?? '')));
});

test('what nobody may enter is named instead, each folder once', async () => {
  for (const folder of ['closed/tools', 'closed/more']) await mkdir(join(home, folder), { recursive: true });
  await symlink('tools', join(home, 'closed/linked'));
  await chmod(join(home, 'closed'), 0o700);
  const twice = ['closed/tools', 'closed/tools/', 'closed/linked', 'closed/more', 'closed/tools'];
  expect(await shown(twice, true)).toEqual({
    shown: [],
    unreadable: ['~/closed/tools', '~/closed/more'],
  });
});

test('what tests do not see is one line for each reason, however many folders there are', () => {
  expect(hiddenPrograms({ refused: [], unreadable: [] })).toEqual([]);
  expect(
    hiddenPrograms({ refused: ['/checkout/bin'], unreadable: ['/closed/a', '/closed/b', '/closed/c'] }),
  ).toEqual([
    expect.stringMatching(/^tests see no program of \/checkout\/bin on PATH: a pull request could change/),
    expect.stringMatching(
      /^tests see no program of \/closed\/a, \/closed\/b and \/closed\/c on PATH: as root/,
    ),
  ]);
});
