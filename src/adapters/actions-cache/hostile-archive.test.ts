import { execFile } from 'node:child_process';
import { link, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CacheServiceDouble } from '../../testing/doubles/cache-service-double.ts';
import {
  CacheRuns,
  mainScopes,
  makeCacheClient,
  putRecord,
  recordFile,
  recordsIn,
} from '../../testing/runs/cache-runs.ts';
import { whyNotRecords } from './actions-cache.ts';

let top = '';
let bundled = '';
let runs: CacheRuns;
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'actions-cache-'));
  bundled = await mkdtemp(join(tmpdir(), 'cache-client-'));
  runs = new CacheRuns(top, await makeCacheClient(bundled));
});
afterAll(async () => {
  await Promise.all([top, bundled].map((folder) => rm(folder, { recursive: true, force: true })));
});

describe('an archive that somebody else laid there', () => {
  const run = promisify(execFile);

  /** Saves an honest entry, replaces it by an archive of what `fill` makes, and restores that archive. */
  async function restoredHostile(
    fill: (place: string) => Promise<readonly string[]>,
  ): Promise<{ readonly names: readonly string[]; readonly warnings: readonly string[] }> {
    await using service = await CacheServiceDouble.start();
    await runs.save(service, { scopes: mainScopes, run: '1' }, 'a');
    // At the same depth as the real stage, so that paths with `..` lead to the same place.
    const place = join(await mkdtemp(join(top, 'hostile-')), 'stage');
    await mkdir(join(place, 'records'), { recursive: true });
    const members = await fill(place);
    await run('tar', ['-cf', 'h.tar', '-P', ...members], { cwd: place });
    const compressor = (await run('zstd', ['--version']).catch(() => null)) === null ? 'gzip' : 'zstd';
    const { stdout } = await run(compressor, ['-c', 'h.tar'], { cwd: place, encoding: 'buffer' });
    await rm(join(top, 'planted.txt'), { force: true });
    for (const entry of service.entries) service.replace(entry, stdout);
    const folder = await runs.folder('mine');
    const { cache, warnings } = runs.cache({ run: '2', environment: service.environment(mainScopes) });
    await cache.restore(folder);
    return { names: await recordsIn(folder), warnings };
  }

  test('with a file that is no record is dropped as a whole', async () => {
    const { names, warnings } = await restoredHostile(async (place) => {
      await putRecord(join(place, 'records'), 'good');
      await writeFile(join(place, 'records', 'generation', 'extra.sh'), 'x');
      return ['records'];
    });
    expect(names).toEqual(['mine']);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/holds something that is no record/);
  });

  test('with a link is dropped as a whole', async () => {
    const { names, warnings } = await restoredHostile(async (place) => {
      await putRecord(join(place, 'records'), 'good');
      await symlink('/etc/hostname', join(place, 'records', 'generation', 'link'));
      return ['records'];
    });
    expect(names).toEqual(['mine']);
    expect(warnings).toHaveLength(1);
  });

  test.each([
    ['by an absolute path', (planted: string) => [planted]],
    ['by a climbing path', () => ['../../planted.txt']],
    ['through a link', () => ['way', 'way/planted.txt']],
  ])('writes nothing outside %s', async (_, membersOf) => {
    const planted = join(top, 'planted.txt');
    await restoredHostile(async (place) => {
      await putRecord(join(place, 'records'), 'good');
      await writeFile(planted, 'by the archive');
      await symlink(top, join(place, 'way'));
      return ['records', ...membersOf(planted)];
    });
    await expect(readFile(planted)).rejects.toThrow('ENOENT');
  });

  test('that is no archive is one warning', async () => {
    await using service = await CacheServiceDouble.start();
    await runs.save(service, { scopes: mainScopes, run: '1' }, 'a');
    for (const entry of service.entries) service.replace(entry, Buffer.from('no archive'));
    const { cache, warnings } = runs.cache({ run: '2', environment: service.environment(mainScopes) });
    const folder = await runs.folder('mine');
    await cache.restore(folder);
    expect(await recordsIn(folder)).toEqual(['mine']);
    expect(warnings).toHaveLength(1);
  });
});

describe('an unpacked archive is taken over when it holds', () => {
  const aStage = async (): Promise<string> => {
    const stage = await mkdtemp(join(top, 'stage-'));
    await putRecord(join(stage, 'records'), 'good');
    return stage;
  };

  test('records alone', async () => {
    expect(await whyNotRecords(await aStage(), 'records')).toBeNull();
  });

  test.each([
    ['not a file beside them', async (stage: string) => writeFile(join(stage, 'x'), '')],
    ['not a link', async (stage: string) => symlink('x', join(stage, 'records', 'plan'))],
    [
      'not a second name',
      async (stage: string) => link(join(stage, 'records', recordFile('good')), join(top, 'two')),
    ],
    [
      'not a link in their place',
      async (stage: string) => {
        await rm(join(stage, 'records'), { recursive: true });
        await symlink(top, join(stage, 'records'));
      },
    ],
  ])('%s', async (_, plant) => {
    const stage = await aStage();
    await plant(stage);
    expect(await whyNotRecords(stage, 'records')).not.toBeNull();
  });
});
