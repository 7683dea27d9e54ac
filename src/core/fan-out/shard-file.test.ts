import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { clippedWhy, readShardFile, type ShardFile } from './shard-file.ts';

const of = { plan: 'a'.repeat(64), id: '2' };
const key = 'b'.repeat(64);
const finished = {
  kind: 'finished',
  asked: [key],
  replayed: [],
  unmeasured: [{ key, why: 'budget' }],
  unsafe: [],
  stopped: [{ model: 'careful', why: 'no credit', isMisconfigured: true }],
  ranOut: ['usd'],
  spent: { usd: 0.5, tokens: 900, generations: 1 },
} as const;
const file: ShardFile = { schema: 1, ...of, end: finished };

test('what a shard left is read as it was written, its failure too', () => {
  expect(readShardFile(JSON.stringify(file), of)).toEqual(file);
  const failed: ShardFile = { ...file, end: { kind: 'failed', why: clippedWhy('x'.repeat(9000)) } };
  expect(readShardFile(JSON.stringify(failed), of)).toEqual(failed);
});

test.each([
  ['finished', 'e4ae842d956406e085c5b2723c94664961aaea4ba957ee37e7dc0830cc9b33c5'],
  ['failed', 'ee197559f86103f3d79781e29f7942d567c3ce55fc7e0fd45576467c1450d3d4'],
])('what a shard of an earlier version left is read as it was written: %s', async (end, plan) => {
  const path = join(import.meta.dirname, `../../../fixtures/stored-before/shard-file-${end}.json`);
  const text = await readFile(path, 'utf8');
  expect(readShardFile(text, { plan, id: '1' })).toEqual(JSON.parse(text));
});

test.each([
  ['that is torn', JSON.stringify(file).slice(0, 200)],
  ['that is empty', ''],
  ['of another plan', JSON.stringify({ ...file, plan: 'c'.repeat(64) })],
  ['of another shard', JSON.stringify({ ...file, id: '3' })],
  ['of another schema', JSON.stringify({ ...file, schema: 2 })],
  ['with a field more', JSON.stringify({ ...file, verdicts: ['held'] })],
  ['with a key that is a path', JSON.stringify({ ...file, end: { ...finished, asked: ['../../x'] } })],
  ['with a reason of its own', JSON.stringify({ ...file, end: { ...finished, ranOut: ['patience'] } })],
  [
    'that spent less than nothing',
    JSON.stringify({ ...file, end: { ...finished, spent: { ...finished.spent, usd: -5 } } }),
  ],
  ['that ended otherwise', JSON.stringify({ ...file, end: { kind: 'passed' } })],
  ['with too long a reason', JSON.stringify({ ...file, end: { kind: 'failed', why: 'x'.repeat(9000) } })],
])('a result %s is none', (_, text) => {
  expect(readShardFile(text, of)).toBeNull();
});
