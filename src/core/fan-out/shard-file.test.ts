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
