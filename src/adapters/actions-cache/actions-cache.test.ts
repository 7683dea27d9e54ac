import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CacheServiceDouble } from '../../testing/doubles/cache-service-double.ts';
import { slowness } from '../../testing/slowness.ts';
import {
  CacheRuns,
  mainScopes,
  makeCacheClient,
  pullRequestScopes,
  putRecord,
  recordFile,
  recordsIn,
} from '../../testing/runs/cache-runs.ts';

// The client itself has to start within a limit.
const slow = slowness();

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

describe('records', () => {
  test('of one run are there in the next, and what that adds is saved with them', async () => {
    await using service = await CacheServiceDouble.start();
    await runs.save(service, { scopes: mainScopes, run: '1' }, 'a', 'b');
    const folder = await runs.folder('c');
    const { cache, warnings, notes } = runs.cache({
      run: '2',
      environment: service.environment(pullRequestScopes(7)),
    });
    await cache.restore(folder);
    expect(await recordsIn(folder)).toEqual(['a', 'b', 'c']);
    await putRecord(folder, 'd');
    await writeFile(join(folder, 'notes.txt'), 'mine');
    // An archive with anything but records would be dropped as a whole.
    await mkdir(join(folder, 'imported'));
    await writeFile(join(folder, 'imported', `${'a1'.repeat(32)}.jsonl`), 'an import');
    await cache.save(folder);
    expect(await runs.restore(service, { scopes: pullRequestScopes(7), run: '3' })).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(service.entries.map(({ scope, key }) => [scope, key])).toEqual([
      ['refs/heads/main', 'spec-portability-v1-c0ffee-1-1'],
      ['refs/pull/7/merge', 'spec-portability-v1-c0ffee-2-1'],
    ]);
    expect([...warnings, ...notes]).toEqual([]);
  });

  test('are the newest of this run, else of this pull request, else of the default branch', async () => {
    await using service = await CacheServiceDouble.start();
    await runs.save(service, { scopes: mainScopes, run: '1' }, 'audit');
    await runs.save(service, { scopes: pullRequestScopes(7), run: '2' }, 'first');
    await runs.save(service, { scopes: pullRequestScopes(7), run: '22' }, 'second');
    const seen = await Promise.all([
      runs.restore(service, { scopes: pullRequestScopes(7), run: '3' }),
      runs.restore(service, { scopes: pullRequestScopes(7), run: '2', attempt: '2' }),
      runs.restore(service, { scopes: pullRequestScopes(8), run: '4' }),
      runs.restore(service, { scopes: pullRequestScopes(7), run: '3', configuration: 'another' }),
    ]);
    expect(seen).toEqual([['second'], ['first'], ['audit'], []]);
  });

  test('are saved only where one was written', async () => {
    await using service = await CacheServiceDouble.start();
    await runs.save(service, { scopes: mainScopes, run: '1' }, 'a', 'b');
    const folder = await runs.folder();
    const { cache } = runs.cache({ run: '2', environment: service.environment(mainScopes) });
    await cache.restore(folder);
    await rm(join(folder, recordFile('a')));
    await cache.save(folder);
    expect(service.entries).toHaveLength(1);
    await putRecord(folder, 'b');
    await cache.save(folder);
    expect(service.entries).toHaveLength(2);
  });

  test('stay where they are when the cache is off', async () => {
    await using service = await CacheServiceDouble.start();
    const { cache, warnings } = runs.cache({ mode: 'off', environment: service.environment(mainScopes) });
    await cache.restore(await runs.folder());
    await cache.save(await runs.folder('a'));
    expect(service.requests).toEqual([]);
    expect(warnings).toEqual([]);
  });

  test.each([
    ['none', [], 0],
    ['read', ['a'], 0],
    ['write-only', [], 1],
  ])('follow `cache-mode: %s` of the workflow without a warning', async (cacheMode, names, more) => {
    await using service = await CacheServiceDouble.start();
    await runs.save(service, { scopes: mainScopes, run: '1' }, 'a');
    const environment = { ...service.environment(mainScopes), ACTIONS_CACHE_MODE: cacheMode };
    const folder = await runs.folder();
    const { cache, warnings } = runs.cache({ run: '2', environment });
    await cache.restore(folder);
    expect(await recordsIn(folder)).toEqual(names);
    await putRecord(folder, 'b');
    await cache.save(folder);
    expect(service.entries).toHaveLength(1 + more);
    expect(warnings).toEqual([]);
  });
});

describe('a cache that does not work is one warning and never a failure', () => {
  test('where there is none', async () => {
    const { cache, warnings } = runs.cache({ environment: { ACTIONS_RUNTIME_TOKEN: 'secret-token' } });
    await cache.restore(await runs.folder());
    await cache.save(await runs.folder('a'));
    expect(warnings).toEqual([
      'There is no Actions cache here (ACTIONS_RESULTS_URL is not set), so the records of this run are not kept.',
    ]);
  });

  test('where the token is not known, and the token is not printed', async () => {
    await using service = await CacheServiceDouble.start();
    const environment = { ...service.environment(mainScopes), ACTIONS_RUNTIME_TOKEN: 'secret-token' };
    const { cache, warnings, notes } = runs.cache({ environment });
    await cache.restore(await runs.folder());
    await cache.save(await runs.folder('a'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^Records of earlier runs could not be restored .*\(401\) Unauthorized/);
    expect(notes.join()).toMatch(/could not be saved/);
    expect([...warnings, ...notes].join()).not.toContain('secret-token');
  });

  test('where the token is read-only', async () => {
    await using service = await CacheServiceDouble.start();
    await runs.save(service, { scopes: mainScopes, run: '1' }, 'a');
    const folder = await runs.folder();
    const environment = service.environment(mainScopes, { write: false });
    const { cache, warnings } = runs.cache({ run: '2', environment });
    await cache.restore(folder);
    expect(await recordsIn(folder)).toEqual(['a']);
    await putRecord(folder, 'b');
    await cache.save(folder);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/could not be saved .*cache write denied/);
  });

  test('where another job of the run saved first', async () => {
    await using service = await CacheServiceDouble.start();
    await runs.save(service, { scopes: mainScopes, run: '1' }, 'a');
    const { cache, warnings } = runs.cache({ run: '1', environment: service.environment(mainScopes) });
    await cache.save(await runs.folder('b'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/could not be saved .*another job may be creating this cache/);
  });

  test.concurrent.each([
    ['answers 503', { on: 'GetCacheEntryDownloadURL', answer: { kind: 'status', status: 503 } }],
    [
      'answers no JSON',
      { on: 'GetCacheEntryDownloadURL', answer: { kind: 'status', status: 200, body: '<p>' } },
    ],
    ['does not answer', { on: 'GetCacheEntryDownloadURL', answer: { kind: 'hang' } }],
    ['breaks off', { on: 'GetCacheEntryDownloadURL', answer: { kind: 'cut' } }],
    ['has lost the archive', { on: 'GET', answer: { kind: 'status', status: 404 } }],
    ['refuses the upload', { on: 'PUT', answer: { kind: 'status', status: 403 } }],
    ['never takes the upload', { on: 'PUT', answer: { kind: 'hang' } }],
    ['does not finish', { on: 'FinalizeCacheEntryUpload', answer: { kind: 'status', status: 400 } }],
  ] as const)('where the service %s', async (_, fault) => {
    await using service = await CacheServiceDouble.start();
    await runs.save(service, { scopes: mainScopes, run: '1' }, 'a');
    service.fail(fault);
    const folder = await runs.folder();
    const { cache, warnings } = runs.cache({
      run: '2',
      environment: service.environment(mainScopes),
      timeoutMs: 2000 * slow,
    });
    await cache.restore(folder);
    await putRecord(folder, 'b');
    await cache.save(folder);
    expect(warnings).toHaveLength(1);
  });

  test('and leaves no temporary file behind', async () => {
    expect((await readdir(top)).filter((name) => !name.startsWith('records-'))).toEqual([]);
  });

  test('where its client cannot be started', async () => {
    await using service = await CacheServiceDouble.start();
    const absent = { node: join(top, 'no-node'), script: join(bundled, 'cache-client.mjs') };
    const { cache, warnings } = runs.cache({ client: absent, environment: service.environment(mainScopes) });
    await cache.restore(await runs.folder());
    expect(warnings).toHaveLength(1);
  });
});
