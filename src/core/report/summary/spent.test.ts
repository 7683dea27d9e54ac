import { describe, expect, test } from '@jest/globals';
import { aModel, anArm, aVersion } from '../../../testing/builders/a-question.ts';
import { inMemory } from '../../../testing/builders/in-memory.ts';
import type { MeasuredCell } from '../../verdict/measurements.ts';
import { priceTableDate } from '../../budget/price-table.ts';
import type { Usage } from '../../generation/completion.ts';
import type { Model } from '../../settings.ts';
import { recordedCost, spentOf } from './spent.ts';

const own = aModel({ id: 'own', price: { input: 1, output: 10 } });
const listed = aModel({ id: 'listed', name: 'claude-opus-5-5' });
const unknown = aModel({ id: 'unknown', name: 'claude-sonnet-5-5' });

const unmeasured = (why: 'budget' | 'quota') =>
  ({ code: { kind: 'unmeasured', why }, generation: null }) as const;

function aCell(
  model: Model,
  overrides: Partial<MeasuredCell> = {},
  usage: Usage = { inputTokens: 10_000, cachedInputTokens: 0, outputTokens: 1000 },
): MeasuredCell {
  return {
    question: 'any',
    role: 'head',
    arm: anArm(aVersion('head'), model),
    sample: 0,
    code: { kind: 'files' },
    testRun: null,
    evidence: null,
    flaky: [],
    cached: false,
    generation: inMemory({
      schema: 1,
      kind: 'generation',
      key: 'k',
      origin: { at: 0, event: 'local', ref: null, run: null, pullRequest: null },
      model: model.id,
      sample: 0,
      nonce: 'N',
      attempts: 1,
      result: {
        kind: 'completed',
        completion: {
          text: '',
          finish: 'complete',
          servedBy: model.name,
          requestId: null,
          usage,
          latencyMs: 1,
        },
      },
    }),
    ...overrides,
  };
}

function estimatedCell(): MeasuredCell {
  const cell = aCell(own);
  if (cell.generation?.result.kind !== 'completed') throw new Error('the cell has no answer');
  const completion = { ...cell.generation.result.completion, isUsageEstimated: true } as const;
  return { ...cell, generation: { ...cell.generation, result: { kind: 'completed', completion } } };
}

const models = [own, listed, unknown];
const spent = (...cells: readonly MeasuredCell[]) => spentOf({ cells, lost: [] }, models);

describe('what was spent', () => {
  test('is the sum over the answers that were asked for, each at its model’s price', () => {
    expect(spent(aCell(own), aCell(own, { cached: true }), aCell(listed))).toMatchObject({
      generations: 2,
      cachedGenerations: 1,
      inputTokens: 20_000,
      outputTokens: 2000,
      // 0.01 + 0.01 of one model, 0.05 (written to the cache) + 0.02 of the other.
      usd: expect.closeTo(0.09, 9),
      unpriced: [],
      lostCalls: 0,
      estimatedCalls: 0,
    });
  });

  test('names the day of the price table only where a price of it was used', () => {
    expect(spent(aCell(listed)).priceTableDate).toBe(priceTableDate);
    expect(spent(aCell(own), aCell(listed, { cached: true })).priceTableDate).toBeNull();
  });

  test('tells cache reads, cache writes and reasoning apart, and what the caches saved', () => {
    const said = { inputTokens: 10_000, outputTokens: 1000, reasoningTokens: 600 };
    const first = { ...said, cachedInputTokens: 0, cacheWriteTokens: 9000 };
    const next = { ...said, cachedInputTokens: 9000, cacheWriteTokens: 0 };
    const lost = {
      ...{ model: 'listed', calls: 1, inputTokens: 10, outputTokens: 5, usd: 0.1, estimated: 1 },
      ...{ cacheReadTokens: 4, cacheWriteTokens: 3, reasoningTokens: 2, savedUsd: 0.5 },
    };
    const cells = [aCell(listed, {}, first), aCell(listed, {}, next), aCell(listed, { cached: true }, next)];

    expect(spentOf({ cells, lost: [lost] }, models)).toMatchObject({
      inputTokens: 20_010,
      cacheReadTokens: 9004,
      cacheWriteTokens: 9003,
      reasoningTokens: 1202,
      // 9000 written at 5 and as many read at .2 USD a million, 2000 fresh at 4, 2000 out at 20.
      usd: expect.closeTo(0.045 + 0.0018 + 0.008 + 0.04 + 0.1, 9),
      // Without a cache all input would cost 4 USD a million.
      savedUsd: expect.closeTo(0.072 - 0.0468 + 0.5, 9),
    });
  });

  test('says of no saving where a price is unknown', () => {
    expect(spent(aCell(listed), aCell(unknown)).savedUsd).toBeNull();
  });

  test('is unknown when a model that was asked has no known price, and never 0', () => {
    expect(spent(aCell(own), aCell(unknown))).toMatchObject({ usd: null, unpriced: ['unknown'] });
    expect(spent(aCell(own), aCell(unknown, { cached: true }))).toMatchObject({ unpriced: [] });
  });

  test('includes calls that were answered without an answer, and says how much of it is estimated', () => {
    const lost = { model: 'own', calls: 2, inputTokens: 500, outputTokens: 40, usd: 0.25, estimated: 2 };

    expect(spentOf({ cells: [aCell(own), estimatedCell()], lost: [lost] }, models)).toMatchObject({
      generations: 2,
      lostCalls: 2,
      estimatedCalls: 3,
      inputTokens: 20_500,
      outputTokens: 2040,
      usd: expect.closeTo(0.29, 9),
    });
  });

  test('is unknown when a call without an answer has no known price', () => {
    const lost = { model: 'unknown', calls: 1, inputTokens: 5, outputTokens: 0, usd: null, estimated: 1 };

    expect(spentOf({ cells: [], lost: [lost] }, models)).toMatchObject({ usd: null, unpriced: ['unknown'] });
  });

  test('comes with what a spent budget left out', () => {
    const { notReached } = spent(
      aCell(own, unmeasured('budget')),
      aCell(own, { ...unmeasured('budget'), sample: 1 }),
      aCell(listed, unmeasured('quota')),
    );

    expect(notReached).toEqual([{ spec: 'duration', model: 'own', samples: 2 }]);
  });

  test('by earlier runs can be summed up from their records', () => {
    const records = [aCell(own), aCell(unknown)].flatMap(({ generation }) => generation ?? []);

    expect(recordedCost(records, [own, unknown])).toEqual({
      usd: expect.closeTo(0.02, 9),
      unpriced: ['unknown'],
      priceTableDate: null,
    });
    expect(recordedCost(records, []).unpriced).toEqual(['own', 'unknown']);
  });
});
