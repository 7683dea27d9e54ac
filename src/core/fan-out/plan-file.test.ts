import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { aModel, aQuestion } from '../../testing/builders/a-question.ts';
import { planFile, readPlanFile, samePlanFile } from './plan-file.ts';

const looks = [3, 5];
const settings = { samples: { looks, base: 5, confirm: 3 } };
const questions = [aQuestion({ looks }), aQuestion({ looks, model: aModel({ id: 'other' }) })];
const share = { usd: 1.5, usdPerPr: null, generations: 20, tokens: null, concurrency: 2 };

const file = planFile({
  key: 'a'.repeat(64),
  spentUsd: null,
  wanted: 2,
  questions,
  shards: questions.toReversed().map((question, index) => ({
    id: String(index + 1),
    questions: [question],
    share,
  })),
});

function changed(how: (copy: Record<string, unknown>) => unknown): string {
  const copy: Record<string, unknown> = structuredClone(file);
  return JSON.stringify(how(copy));
}

function withQuestion(difference: Readonly<Record<string, unknown>>): string {
  return changed((copy) => ({ ...copy, questions: [{ ...file.questions[0], ...difference }] }));
}

test('the file of a plan names its questions by their places, and is read as it was written', () => {
  expect(file.shards.map(({ id, questions: places }) => [id, places])).toEqual([
    ['1', [1]],
    ['2', [0]],
  ]);
  const read = readPlanFile(JSON.stringify(file), settings);
  expect(read).toEqual(file);
  expect(read !== null && samePlanFile(read, file)).toBe(true);
  expect(samePlanFile(file, { ...file, spentUsd: 1 })).toBe(false);
});

test('the file of an earlier version is read as it was written', async () => {
  const path = join(import.meta.dirname, '../../../fixtures/stored-before/plan-file.json');
  const text = await readFile(path, 'utf8');
  expect(readPlanFile(text, settings)).toEqual(JSON.parse(text));
});

describe('what cannot be a plan file of ours is none:', () => {
  test.each([
    ['no JSON', '{"schema":1'],
    ['another schema', changed((copy) => ({ ...copy, schema: 2 }))],
    ['a field more', changed((copy) => ({ ...copy, command: 'rm -rf .' }))],
    ['a key that is no digest', changed((copy) => ({ ...copy, key: '../../etc' }))],
    ['no question', changed((copy) => ({ ...copy, questions: [] }))],
    ['no shard', changed((copy) => ({ ...copy, shards: [] }))],
    ['more spent than can be', changed((copy) => ({ ...copy, spentUsd: -1 }))],
    [
      'a shard whose id is a path',
      changed((copy) => ({ ...copy, shards: [{ ...file.shards[0], id: '../1' }] })),
    ],
    [
      'a share that is no number',
      changed((copy) => ({ ...copy, shards: [{ ...file.shards[0], share: { ...share, usd: 'all' } }] })),
    ],
    ['other looks than those of the settings', withQuestion({ looks: [{ base: 1, head: 1 }] })],
    ['a base sample twice', withQuestion({ baseSamples: [0, 0, 1, 2, 3] })],
    ['too few base samples', withQuestion({ baseSamples: [0, 1] })],
    ['a confirmation of fresh samples', withQuestion({ confirming: [7, 8, 9] })],
    ['more reused than may be', withQuestion({ reused: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] })],
    ['a question of portability with a base', withQuestion({ asks: 'portable' })],
  ])('%s', (_, text) => {
    expect(readPlanFile(text, settings)).toBeNull();
  });
});
