import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { syncedDisk } from '../../testing/synced-disk.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { syncFolder } from './sync-folder.ts';
import { writeDurably } from './write-durably.ts';

type Round = {
  /** What happens to the folders before it. */
  readonly before: 'nothing' | 'removed' | 'linked' | 'made by others';
  /** Files that are written side by side; `late` = how many turns of the event loop each waits. */
  readonly writes: readonly { readonly path: string; readonly late: number }[];
};

const rounds: fc.Arbitrary<readonly Round[]> = fc.array(
  fc.record({
    before: fc.constantFrom('nothing', 'nothing', 'removed', 'linked', 'made by others'),
    writes: fc.array(
      fc.record({
        path: fc.constantFrom('kind/aa/1', 'kind/aa/2', 'kind/bb/3', 'other/aa/4', 'other/cc/5', 'plan'),
        late: fc.nat({ max: 20 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  } as const),
  { minLength: 1, maxLength: 4 },
);

async function disturb(root: string, before: Round['before']): Promise<void> {
  const folder = join(root, 'kind');
  if (before === 'removed' || before === 'linked') await rm(folder, { recursive: true, force: true });
  if (before === 'linked') await symlink(root, folder);
  if (before === 'made by others') await mkdir(join(root, 'other/cc'), { recursive: true });
}

test('what was written survives a crash right afterwards, whatever is written beside it', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (all) => {
      await using folder = await temporaryFolder();
      const root = join(folder.path, 'root');
      await mkdir(root);
      using disk = syncedDisk(root);
      let count = 0;
      const lost: string[] = [];
      const halves: string[] = [];
      for (const { before, writes } of all) {
        await disturb(root, before);
        const contents = new Map<string, string[]>();
        const write = async ({ path, late }: Round['writes'][number]): Promise<void> => {
          for (let turn = 0; turn < late; turn += 1) await new Promise((next) => void setImmediate(next));
          const content = `${path} ${(count += 1)}`;
          contents.set(path, [...(contents.get(path) ?? []), content]);
          await writeDurably(root, path, Buffer.from(content));
          const found = disk.afterCrash(path);
          if (found === null || !contents.get(path)?.includes(found)) lost.push(path);
          const live = await readFile(join(root, path), 'utf8');
          if (!contents.get(path)?.includes(live)) halves.push(live);
        };
        await Promise.all(writes.map((one) => write(one)));
      }
      expect({ lost, halves }).toEqual({ lost: [], halves: [] });
    }),
    { numRuns: 25 },
  );
});

test('a file is synced before it has its name, and its folder afterwards', async () => {
  await using folder = await temporaryFolder();
  using disk = syncedDisk(folder.path);
  await writeDurably(folder.path, 'kind/aa/1', Buffer.from('first'));
  const [file, ...folders] = disk.syncs();
  expect(file).toMatch(/^\.[0-9a-f-]{36}\.tmp$/);
  expect(new Set(folders)).toEqual(new Set(['aa', 'kind', basename(folder.path)]));
});

test('in a folder that is on disk a write takes two syncs', async () => {
  await using folder = await temporaryFolder();
  using disk = syncedDisk(folder.path);
  await writeDurably(folder.path, 'kind/aa/1', Buffer.from('first'));
  disk.syncs();
  await writeDurably(folder.path, 'kind/aa/2', Buffer.from('second'));
  expect(disk.syncs()).toEqual([expect.stringMatching(/tmp$/), 'aa']);
});

test('whoever asks for the sync of a folder before it has begun shares it, and nobody shares one that runs', async () => {
  await using folder = await temporaryFolder();
  using disk = syncedDisk(folder.path);
  const early = [1, 2, 3].map(() => syncFolder(folder.path));
  await Promise.resolve();
  await new Promise((next) => void setImmediate(next));
  const late = [4, 5].map(() => syncFolder(folder.path));
  await Promise.all([...early, ...late]);
  expect(disk.syncs()).toHaveLength(2);
});

test('a sync that fails is told to those who asked for it, and the next one is made', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'later');
  const asked = [1, 2].map(() => syncFolder(path));
  for (const one of await Promise.allSettled(asked)) expect(one.status).toBe('rejected');
  await mkdir(path);
  await expect(syncFolder(path)).resolves.toBeUndefined();
});
