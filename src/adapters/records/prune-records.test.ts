import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { digest } from '../../core/digest.ts';
import { recordPath } from '../../core/records/record-path.ts';
import { pruneRecords } from './prune-records.ts';
import { openRecordStore } from './record-store.ts';

let top = '';
beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'prune-records-'));
});
afterAll(async () => {
  await rm(top, { recursive: true, force: true });
});

const day = 86_400_000;
const now = 100 * day;

/** A folder with one plan per age in days; the key holds the age. */
async function aFolder(...ages: readonly number[]): Promise<string> {
  const directory = await mkdtemp(join(top, 'records-'));
  for (const age of ages) {
    const store = await openRecordStore({
      directory,
      tracks: async () => false,
      origin: () => ({ at: now - age * day, event: 'local', ref: null, run: String(age), pullRequest: null }),
    });
    await store.write({ schema: 1, kind: 'plan', key: digest(age), questions: [] });
  }
  return directory;
}

async function filesIn(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('pruning', () => {
  test('removes what is older than allowed, and keeps what the caller names', async () => {
    const directory = await aFolder(0, 6, 8, 30);
    const keep = (record: { readonly origin: { readonly run: string | null } }): boolean =>
      record.origin.run === '30';
    expect(await pruneRecords(directory, { now, maxAgeMs: 7 * day, keep })).toEqual({ kept: 3, removed: 1 });
    const left = [0, 6, 30].map((age) => `${digest(age)}.json`);
    expect((await filesIn(directory)).toSorted()).toEqual(left.toSorted());
  });

  test('removes torn records and half-written files, and nothing that is not ours', async () => {
    const directory = await aFolder(0, 1);
    const torn = join(directory, recordPath({ kind: 'plan', key: digest(1) }));
    await truncate(torn, 20);
    await writeFile(join(dirname(torn), '.01234567-89ab-cdef-0123-456789abcdef.tmp'), 'half');
    await mkdir(join(directory, 'notes'));
    await writeFile(join(directory, 'notes', 'mine.json'), '{}');
    const pruned = await pruneRecords(directory, { now, maxAgeMs: 7 * day, keep: () => true });
    expect(pruned).toEqual({ kept: 1, removed: 2 });
    expect((await filesIn(directory)).toSorted()).toEqual([`${digest(0)}.json`, 'mine.json'].toSorted());
  });

  test('of a folder that is not there does nothing', async () => {
    const pruning = { now, maxAgeMs: 7 * day, keep: () => false };
    expect(await pruneRecords(join(top, 'none'), pruning)).toEqual({ kept: 0, removed: 0 });
  });
});
