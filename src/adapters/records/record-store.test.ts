import {
  appendFile,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../../testing/builders/any-character.ts';
import { digest } from '../../core/digest.ts';
import type { GenerationRecord, Origin, StoredRecord, Unstamped } from '../../core/records/record.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { temporaryRepository } from '../../testing/temporary-repository.ts';
import { recordText } from './read-record.ts';
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
const origin: Origin = {
  at: 1_700_000_000_000,
  event: 'pull-request',
  ref: 'refs/pull/7/merge',
  run: '12',
  pullRequest: 7,
};

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
    origin: () => origin,
    onMiss: (reason) => misses.push(reason),
  });
  return { store, directory, misses };
}

function fileOf(directory: string, record: { readonly kind: string; readonly key: string }): string {
  return join(directory, record.kind, record.key.slice(0, 2), `${record.key}.json`);
}

const text = fc.string({ unit: anyCharacter, maxLength: 30 });
const count = fc.nat();
const duration = fc.double({ min: 0, max: 1e9, noNaN: true }).map((ms) => ms + 0.5);
const aKey = fc.nat().map((seed) => digest(seed));
const generations: fc.Arbitrary<Unstamped> = fc.record({
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
const plans: fc.Arbitrary<Unstamped> = fc.record({
  schema: fc.constant(1),
  kind: fc.constant('plan'),
  key: aKey,
  questions: fc.array(
    fc.record({
      spec: text,
      model: text,
      asks: fc.constantFrom('regression', 'portable', 'drift'),
      looks: fc.array(fc.record({ base: count, head: count })),
      baseSamples: fc.array(count),
      reused: fc.array(count),
      confirming: fc.array(count),
    }),
  ),
} as const);
const testRuns: fc.Arbitrary<Unstamped> = fc.record({
  schema: fc.constant(1),
  kind: fc.constant('test-run'),
  key: aKey,
  notes: fc.array(text),
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

function aGeneration(): Unstamped<GenerationRecord> {
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

function read(store: RecordStore, { kind, key: asked }: Unstamped): Promise<StoredRecord | null> {
  const reads = {
    generation: () => store.readGeneration(asked),
    'test-run': () => store.readTestRun(asked),
    plan: () => store.readPlan(asked),
    night: () => store.readNight(asked),
  };
  return reads[kind]();
}

describe('a record', () => {
  test('of any content is read as it was written, with the origin of the run that wrote it', async () => {
    const { store, misses } = await aStore();
    await fc.assert(
      fc.asyncProperty(fc.oneof(generations, testRuns, plans), async (record) => {
        expect(await store.write(record)).toEqual({ ...record, origin });
        expect(await read(store, record)).toEqual({ ...record, origin });
      }),
    );
    expect(misses).toEqual([]);
  });

  test('is found among many; what was found by itself or written is known as used, what was only surveyed is not', async () => {
    const { store, directory } = await aStore();
    const keys = Array.from({ length: 70 }, (_, index) => digest(index));
    for (const one of keys.slice(0, 50)) await store.write({ ...aGeneration(), key: one });
    const later = await openRecordStore({ directory, tracks: untracked, origin: () => origin });
    expect([...(await later.readGenerations(keys.slice(10))).keys()]).toEqual(keys.slice(10, 50));
    for (const one of keys.slice(45, 55)) await later.readGeneration(one);
    await later.write({ ...aGeneration(), key });
    expect(later.usedKeys).toEqual(new Set([...keys.slice(45, 50), key]));
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
  const whole = recordText({ ...aGeneration(), origin });
  test.each([
    ['of another key', recordText({ ...aGeneration(), origin, key: digest('another') })],
    ['of another kind', recordText({ schema: 1, kind: 'plan', key, origin, questions: [] })],
    ['with a key more', whole.replace('{', '{"extra":1,')],
    ['with a __proto__', whole.replace('{', '{"__proto__":{"attempts":9},')],
    ['with a __proto__ in the record', whole.replace('"nonce"', '"__proto__":{"attempts":9},"nonce"')],
    ['with a letter changed in the answer', whole.replace('täxt', 'text')],
    ['with another origin', whole.replace('"pullRequest":7', '"pullRequest":8')],
    ['without a digest', JSON.stringify({ ...aGeneration(), origin })],
    ['with a number that is none', whole.replace('"sample":1', '"sample":1e999')],
    ['of a later schema', whole.replace('"schema":1', '"schema":2')],
    [
      'nested without end in a known place',
      whole.replace('"täxt"', '['.repeat(200_000) + ']'.repeat(200_000)),
    ],
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

type Damage = (bytes: Buffer) => Buffer;

const anywhere = fc.nat({ max: 1_000_000 });
const damages: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(anywhere, fc.nat({ max: 7 })).map(([place, bit]): Damage => (bytes) => {
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(place % bytes.length) ^ (1 << bit), place % bytes.length);
    return flipped;
  }),
  anywhere.map(
    (place): Damage =>
      (bytes) =>
        bytes.subarray(0, place % bytes.length),
  ),
  fc
    .tuple(anywhere, fc.uint8Array({ minLength: 1, maxLength: 8 }))
    .map(([place, more]): Damage => (bytes) => {
      const at = place % bytes.length;
      return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
    }),
  fc.tuple(anywhere, fc.integer({ min: 1, max: 200 })).map(([place, length]): Damage => (bytes) => {
    const at = place % bytes.length;
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
  }),
  fc.uint8Array({ maxLength: 300 }).map(
    (bytes): Damage =>
      () =>
        Buffer.from(bytes),
  ),
);

describe('whatever happens to a stored file', () => {
  test('it is read as it was written or not at all, and can be written again', async () => {
    const { store, directory } = await aStore();
    await fc.assert(
      fc.asyncProperty(fc.oneof(generations, testRuns, plans), damages, async (record, damage) => {
        await store.write(record);
        const path = fileOf(directory, record);
        await writeFile(path, damage(await readFile(path)));
        expect([null, { ...record, origin }]).toContainEqual(await read(store, record));
        await store.write(record);
        expect(await read(store, record)).toEqual({ ...record, origin });
      }),
      { numRuns: 300 },
    );
  });

  test('swapped with another, each is a miss', async () => {
    const { store, directory, misses } = await aStore();
    const two = [aGeneration(), { ...aGeneration(), key: digest('another') }] as const;
    for (const record of two) await store.write(record);
    const [one, other] = [fileOf(directory, two[0]), fileOf(directory, two[1])];
    await rename(one, join(top, 'aside'));
    await rename(other, one);
    await rename(join(top, 'aside'), other);
    for (const record of two) expect(await store.readGeneration(record.key)).toBeNull();
    expect(misses).toHaveLength(2);
  });

  test.each([
    ['a link to a folder', async (path: string) => symlink(await mkdtemp(join(top, 'target-')), path)],
    ['a file', async (path: string) => writeFile(path, 'no folder')],
    ['a link to nowhere', async (path: string) => symlink(join(top, 'nowhere'), path)],
  ])('%s in place of its folders is a miss, and the next write removes it', async (_, plant) => {
    const { store, directory } = await aStore();
    for (const folder of [join(directory, 'generation', key.slice(0, 2)), join(directory, 'generation')]) {
      await store.write(aGeneration());
      await rm(folder, { recursive: true });
      await plant(folder);
      expect(await store.readGeneration(key)).toBeNull();
      await store.write(aGeneration());
      expect(await store.readGeneration(key)).not.toBeNull();
      expect((await lstat(folder)).isDirectory()).toBe(true);
    }
  });

  test('a whole record behind a link is a miss', async () => {
    const { store, directory, misses } = await aStore();
    await store.write(aGeneration());
    await rename(join(directory, 'generation'), join(top, 'moved'));
    await symlink(join(top, 'moved'), join(directory, 'generation'));
    expect(await store.readGeneration(key)).toBeNull();
    expect(misses).toEqual([`generation record ${key}: lies behind a link or a file`]);
  });

  test('a full folder in its place is a miss, and the next write removes it', async () => {
    const { store, directory } = await aStore();
    await mkdir(join(fileOf(directory, aGeneration()), 'deep'), { recursive: true });
    expect(await store.readGeneration(key)).toBeNull();
    await store.write(aGeneration());
    expect(await store.readGeneration(key)).not.toBeNull();
  });
});

describe('a records folder', () => {
  test.each(['', 'packages/a'])('in the repository is made with a .gitignore, once: "%s"', async (below) => {
    await using repository = await temporaryRepository({ 'a.txt': 'a' });
    const own = join(repository.directory, below, '.spec-portability');
    const [directory, ignore] = [join(own, 'records'), join(own, '.gitignore')];
    await openRecordStore({ directory, tracks: untracked });
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
