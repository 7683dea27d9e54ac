import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { digest } from '../../core/digest.ts';
import { recordPath } from '../../core/records/record-path.ts';
import { openRecordStore, type DiskRecordStore } from './record-store.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures/stored-before/records');
const files = await readdir(fixtures);
const headSchema = z.object({
  record: z.looseObject({ kind: z.enum(['generation', 'test-run', 'plan', 'night']), key: z.string() }),
});

let folder = '';
let store: DiskRecordStore;
const misses: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stored-before-'));
  store = await openRecordStore({
    directory: folder,
    tracks: async () => false,
    onMiss: (reason) => misses.push(reason),
  });
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

test.each(files)('a record of an earlier version is read as it was written: %s', async (file) => {
  const { record } = headSchema.parse(JSON.parse(await readFile(join(fixtures, file), 'utf8')));
  const path = join(folder, recordPath(record));
  await mkdir(dirname(path), { recursive: true });
  await copyFile(join(fixtures, file), path);

  const { kind, key } = record;
  const read = {
    generation: async () => store.readGeneration(key),
    'test-run': async () => store.readTestRun(key),
    plan: async () => store.readPlan(key),
    night: async () => store.readNight(key),
  };

  expect(await read[kind]()).toEqual(record);
  expect(misses).toEqual([]);
});

test('a plan with a kind of question that nothing ever asked is as good as absent, and that is said', async () => {
  const file = join(fixtures, 'plan-regression.json');
  const { record } = z
    .object({ record: z.looseObject({ key: z.string(), questions: z.array(z.looseObject({})) }) })
    .parse(JSON.parse(await readFile(file, 'utf8')));
  const bisecting = {
    ...record,
    key: 'b'.repeat(64),
    questions: record.questions.map((question) => ({ ...question, asks: 'bisect' })),
  };
  const path = join(folder, recordPath({ kind: 'plan', key: bisecting.key }));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify({ digest: digest(bisecting), record: bisecting }));

  expect(await store.readPlan(bisecting.key)).toBeNull();
  expect(misses.splice(0)).toEqual([`plan record ${bisecting.key}: is of another shape`]);
});

test('there is one of every kind', () => {
  const kinds = new Set(files.map((file) => /^(generation|test-run|plan|night)-/.exec(file)?.[1]));
  expect(kinds).toEqual(new Set(['generation', 'test-run', 'plan', 'night']));
});
