import {
  appendFile,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digest } from '../../core/plan/digest.ts';
import type { GenerationRecord, StoredRecord } from '../../core/plan/record.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { temporaryRepository } from '../../testing/temporary-repository.ts';
import { openRecordStore } from './record-store.ts';

let top = '';
beforeAll(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'record-store-')));
});
afterAll(async () => {
  await rm(top, { recursive: true, force: true });
});

const untracked = async (): Promise<boolean> => false;
const key = digest('a key');

async function aStore(): Promise<{
  readonly store: RecordStore;
  readonly directory: string;
  readonly misses: string[];
}> {
  const directory = await mkdtemp(join(top, 'records-'));
  const misses: string[] = [];
  const store = await openRecordStore({
    directory,
    tracks: untracked,
    onMiss: (reason) => misses.push(reason),
  });
  return { store, directory, misses };
}

function fileOf(directory: string, record: { readonly kind: string; readonly key: string }): string {
  return join(directory, record.kind, record.key.slice(0, 2), `${record.key}.json`);
}

const text = fc.string({ unit: 'binary', maxLength: 30 });
const count = fc.nat();
const duration = fc.double({ min: 0, max: 1e9, noNaN: true }).map((ms) => ms + 0.5);
const aKey = fc.nat().map((seed) => digest(seed));
const generations: fc.Arbitrary<StoredRecord> = fc.record({
  schema: fc.constant(1),
  kind: fc.constant('generation'),
  key: aKey,
  model: text,
  sample: count,
  nonce: text,
  attempts: count,
  result: fc.oneof(
    fc.record({ kind: fc.constant('too-long'), detail: text }),
    fc.record({
      kind: fc.constant('completed'),
      completion: fc.record({
        text,
        finish: fc.constantFrom('complete', 'truncated', 'refused'),
        servedBy: text,
        requestId: fc.option(text),
        usage: fc.record({ inputTokens: count, cachedInputTokens: count, outputTokens: count }),
        latencyMs: duration,
      }),
    }),
  ),
} as const);
const clipped = fc.record({ text, droppedBytes: count });
const testRuns: fc.Arbitrary<StoredRecord> = fc.record({
  schema: fc.constant(1),
  kind: fc.constant('test-run'),
  key: aKey,
  testRun: fc.record({
    run: fc.record({
      end: fc.oneof(
        fc.record({ kind: fc.constant('exited'), code: fc.integer({ min: 0, max: 255 }) }),
        fc.record({ kind: fc.constant('killed'), signal: text }),
        fc.constant({ kind: 'timed-out' }),
      ),
      stdout: clipped,
      stderr: clipped,
      durationMs: duration,
    }),
    report: fc.option(
      fc.record({
        format: fc.constantFrom('node-test', 'junit', 'tap', 'jest-json', 'exit-code'),
        cases: fc.array(
          fc.record({
            id: fc.oneof(text, fc.constant('__proto__')),
            status: fc.constantFrom('passed', 'failed', 'skipped'),
            message: text,
          }),
        ),
      }),
    ),
  }),
} as const);

function aGeneration(): GenerationRecord {
  const usage = { inputTokens: 1, cachedInputTokens: 0, outputTokens: 2 };
  const completion = {
    text: 'täxt',
    finish: 'complete',
    servedBy: 'm-1',
    requestId: null,
    usage,
    latencyMs: 1,
  } as const;
  const result = { kind: 'completed', completion } as const;
  return { schema: 1, kind: 'generation', key, model: 'p/m', sample: 1, nonce: 'n', attempts: 1, result };
}

function read(store: RecordStore, record: StoredRecord): Promise<StoredRecord | null> {
  return record.kind === 'generation' ? store.readGeneration(record.key) : store.readTestRun(record.key);
}

describe('a record', () => {
  test('of any content is read as it was written', async () => {
    const { store, misses } = await aStore();
    await fc.assert(
      fc.asyncProperty(fc.oneof(generations, testRuns), async (record) => {
        await store.write(record);
        expect(await read(store, record)).toEqual(record);
      }),
    );
    expect(misses).toEqual([]);
  });

  test('torn at any length is a miss, and heard of', async () => {
    const { store, directory, misses } = await aStore();
    await store.write(aGeneration());
    const path = fileOf(directory, aGeneration());
    const { size } = await lstat(path);
    for (let length = size - 1; length >= 0; length -= 1) {
      await truncate(path, length);
      expect(await store.readGeneration(key)).toBeNull();
    }
    expect(misses).toHaveLength(size);
  });

  test('that was never written is a quiet miss', async () => {
    const { store, misses } = await aStore();
    expect(await store.readTestRun(key)).toBeNull();
    expect(misses).toEqual([]);
  });

  test('written again replaces the first, and no temporary file stays', async () => {
    const { store, directory } = await aStore();
    await Promise.all([1, 2, 3].map(() => store.write(aGeneration())));
    await store.write({ ...aGeneration(), attempts: 5 });
    expect((await store.readGeneration(key))?.attempts).toBe(5);
    const folder = dirname(fileOf(directory, aGeneration()));
    const { readdir } = await import('node:fs/promises');
    expect(await readdir(folder)).toEqual([`${key}.json`]);
  });

  test('whose key is no digest is our own mistake', async () => {
    const { store } = await aStore();
    await expect(store.readGeneration('../../etc/passwd')).rejects.toThrow('not a record key');
  });
});

describe('a file that is no record of ours is a miss', () => {
  const whole = JSON.stringify(aGeneration());
  test.each([
    ['of another key', whole.replace(key, digest('another'))],
    ['of another kind', whole.replace('"generation"', '"test-run"')],
    ['with a key more', whole.replace('{', '{"extra":1,')],
    ['with a __proto__', whole.replace('{', '{"__proto__":{"attempts":9},')],
    ['with a number that is none', whole.replace('"sample":1', '"sample":1e999')],
    ['of a later schema', whole.replace('"schema":1', '"schema":2')],
    ['that is no object', '[]'],
    ['that is nested without end', '['.repeat(1_000_000)],
    ['that is not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('%s', async (_, content) => {
    const { store, directory, misses } = await aStore();
    await store.write(aGeneration());
    await writeFile(fileOf(directory, aGeneration()), content);
    expect(await store.readGeneration(key)).toBeNull();
    expect(misses).toHaveLength(1);
  });

  test('a link, a folder, or one over 32 MiB', async () => {
    const { store, directory, misses } = await aStore();
    await store.write(aGeneration());
    const path = fileOf(directory, aGeneration());
    await truncate(path, 32 * 1024 * 1024 + 1);
    expect(await store.readGeneration(key)).toBeNull();
    await store.write(aGeneration());
    await link(path, join(top, 'elsewhere.json'));
    await rm(path);
    await symlink(join(top, 'elsewhere.json'), path);
    expect(await store.readGeneration(key)).toBeNull();
    await rm(path);
    await mkdir(path);
    expect(await store.readGeneration(key)).toBeNull();
    expect(misses).toHaveLength(3);
  });
});

describe('a records folder', () => {
  test('in the repository is made with a .gitignore, once', async () => {
    await using repository = await temporaryRepository({ 'a.txt': 'a' });
    const directory = join(repository.directory, '.spec-portability', 'records');
    await openRecordStore({ directory, tracks: untracked });
    const ignore = join(repository.directory, '.spec-portability', '.gitignore');
    expect(await readFile(ignore, 'utf8')).toBe('*\n');
    expect(await repository.git('status', '--porcelain')).toBe('');
    await appendFile(ignore, '# mine\n');
    await openRecordStore({ directory, tracks: untracked });
    expect(await readFile(ignore, 'utf8')).toBe('*\n# mine\n');
  });

  test('that git tracks is refused, also by way of a link outside', async () => {
    await using repository = await temporaryRepository({ 'records/generation/x.json': '{}' });
    const tracks = async (path: string): Promise<boolean> => path === join(repository.directory, 'records');
    const entrance = join(top, 'entrance');
    await symlink(repository.directory, entrance);
    for (const directory of [join(repository.directory, 'records'), join(entrance, 'records')])
      await expect(openRecordStore({ directory, tracks })).rejects.toThrow(
        /RECORDS_FOLDER_UNSAFE.*tracked by git/,
      );
  });

  test.each([
    ['is a link', 'records', 'records'],
    ['lies behind a link', 'a', 'a/records'],
    ['holds a link', 'records/generation', 'records'],
    ['holds a link deep down', 'records/generation/ab/cd/ef', 'records'],
  ])('that %s is refused', async (_, planted, records) => {
    await using repository = await temporaryRepository({ 'a.txt': 'a' });
    const target = await mkdtemp(join(top, 'target-'));
    await mkdir(dirname(join(repository.directory, planted)), { recursive: true });
    await symlink(target, join(repository.directory, planted));
    const directory = join(repository.directory, records);
    await expect(openRecordStore({ directory, tracks: untracked })).rejects.toThrow(
      /RECORDS_FOLDER_UNSAFE.*link/,
    );
  });
});
