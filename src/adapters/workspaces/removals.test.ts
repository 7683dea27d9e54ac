import { access, chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { hostPath } from '../process/environment.ts';
import { Removals } from './removals.ts';

let top = '';
beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'removals-'));
});
afterEach(async () => {
  await rm(top, { recursive: true, force: true });
});

async function filled(name: string): Promise<string> {
  const folder = join(top, name);
  await mkdir(join(folder, 'deep'), { recursive: true });
  await writeFile(join(folder, 'deep/file'), 'x');
  return folder;
}

test('a folder is gone from its place at once, and everything in it soon after, but not where a link leads', async () => {
  const removals = new Removals(hostPath());
  const kept = await filled('kept');
  for (const name of ['one', 'two', 'three']) {
    const folder = await filled(name);
    await symlink(kept, join(folder, 'link'));
    await chmod(join(folder, 'deep'), 0o500);
    await removals.add(folder);
    await expect(access(folder)).rejects.toThrow('ENOENT');
  }
  while ((await readdir(join(top, 'gone'))).length > 0) await sleep(20);
  await removals.end();
  expect(await readdir(top)).toEqual(['gone', 'kept']);
  expect(await readdir(join(kept, 'deep'))).toEqual(['file']);
});

test('a folder that is gone already, or that cannot be put aside, is no mistake', async () => {
  const removals = new Removals(hostPath());
  await removals.add(join(top, 'nowhere'));
  await rm(join(top, 'gone'), { recursive: true });
  await writeFile(join(top, 'gone'), 'in our way');
  await removals.add(await filled('one'));
  await removals.end();
  expect(await readdir(top)).toEqual(['gone']);
});
