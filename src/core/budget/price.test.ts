import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findProvider, type ModelInfo } from '@pydantic/genai-prices';
import { aModel } from '../../testing/builders/a-question.ts';
import { costUsd, priceOf, savedUsd, type Price } from './price.ts';
import { priceTableDate, tableOf, tablePrice } from './price-table.ts';

const known = { provider: 'anthropic', name: 'claude-opus-5-5' } as const;

describe('the price of a model', () => {
  test('is what the user says, before any table', () => {
    expect(priceOf(aModel({ ...known, price: { input: 0, output: 0.5 } }))).toMatchObject({
      inputPerMillion: 0,
      outputPerMillion: 0.5,
      source: 'user',
      tableDate: null,
    });
  });

  test('of zero is a known price', () => {
    expect(priceOf(aModel({ provider: 'openai-compatible', price: { input: 0, output: 0 } }))).not.toBeNull();
  });

  test('is that of exactly this id in the table, with its date', () => {
    expect(priceOf(aModel(known))).toEqual({
      inputPerMillion: 4,
      cachedInputPerMillion: 0.2,
      cacheWritePerMillion: 5,
      outputPerMillion: 20,
      longPrompt: null,
      source: 'table',
      tableDate: priceTableDate,
    });
  });

  test.each([
    ['anthropic', 'claude-sonnet-5-5'],
    ['anthropic', 'claude-sonnet-5-20990101'],
    ['anthropic', 'claude-opus-5-5-20260901'],
    ['anthropic', 'claude-opus-5-5 '],
    ['anthropic', 'Claude-Opus-5-5'],
    ['anthropic', 'claude-haiku-5-5'],
    ['anthropic', 'gpt-6-sol'],
    ['openai', 'gpt-6.1-sol'],
    ['openai', 'gpt-6-sol-2026-08-01'],
    ['openai', 'gpt-5-nano-2'],
    ['openai', 'claude-opus-5-5'],
    ['openai', 'omni-moderation'],
    ['openai', 'text-embedding-3-large'],
    ['openai', 'constructor'],
    ['openai', ''],
  ] as const)('is not taken from a similar id: %s %s', (provider, name) => {
    expect(priceOf(aModel({ provider, name }))).toBeNull();
  });

  test('is not known of another server that uses the name of a listed model', () => {
    expect(priceOf(aModel({ provider: 'openai-compatible', name: 'gpt-6-sol' }))).toBeNull();
    expect(priceOf(aModel({ ...known, baseUrl: 'https://gateway.example/anthropic' }))).toBeNull();
    expect(priceOf(aModel({ ...known, baseUrl: 'https://api.anthropic.com.example' }))).toBeNull();
    expect(priceOf(aModel({ ...known, baseUrl: 'https://api.anthropic.com' }))).not.toBeNull();
  });

  test('is not known where a parameter asks for service at another rate', () => {
    expect(priceOf(aModel({ ...known, params: { service_tier: 'priority' } }))).toBeNull();
    expect(priceOf(aModel({ ...known, params: { temperature: 0 } }))).not.toBeNull();
  });
});

describe('the price table', () => {
  const entry = (prices: ModelInfo['prices'], id = 'm'): ModelInfo => ({
    id,
    match: { starts_with: id },
    prices,
  });

  test('has the date at which the installed version was published', () => {
    const installed: unknown = JSON.parse(
      readFileSync(
        new URL('../../../node_modules/@pydantic/genai-prices/package.json', import.meta.url),
        'utf8',
      ),
    );

    // Only the registry knows the day of publication: `npm view @pydantic/genai-prices time`.
    expect([installed, priceTableDate]).toMatchObject([{ version: '0.1.8' }, '2026-09-23']);
  });

  test.each(['anthropic', 'openai', 'google'])('has every model of %s as the package lists it', (id) => {
    const listed = findProvider({ providerId: id })?.models ?? [];

    expect(listed.length).toBeGreaterThan(10);
    expect(tableOf(id)).toEqual(
      JSON.parse(
        JSON.stringify(listed.map((model) => ({ id: model.id, match: model.match, prices: model.prices }))),
      ),
    );
  });

  test('knows no model by a prefix, a part, an end or a pattern of its name', () => {
    const matches: readonly ModelInfo['match'][] = [
      { starts_with: 'trap' },
      { contains: 'ap-1' },
      { ends_with: '-1' },
      { regex: '^trap-1$' },
      { and: [{ equals: 'trap-1' }, { contains: 'never' }] },
      { or: [{ starts_with: 'trap-1' }, { or: [{ contains: 'trap' }] }] },
    ];
    const table = matches.map((match, index) => ({
      ...entry({ input_mtok: 1, output_mtok: 1 }, `other-${index}`),
      match,
    }));

    expect(tablePrice(table, 'trap-1')).toBeNull();
  });

  test('knows a model by another name that an entry lists whole', () => {
    const match = { or: [{ starts_with: 'x' }, { equals: 'alias' }] };
    const table = [{ ...entry({ input_mtok: 1, output_mtok: 2 }), match }];

    expect(tablePrice(table, 'alias')).toMatchObject({ inputPerMillion: 1, outputPerMillion: 2 });
  });

  test.each([
    ['without an output price', { input_mtok: 1 }],
    ['without any price', {}],
    ['of sound', { audio_hours: 0.3, input_audio_hours: 0.3 }],
  ])('has no price for an entry %s', (_, prices) => {
    expect(tablePrice([entry(prices)], 'm')).toBeNull();
  });

  test('takes the price that is in force, and the highest of those that may come', () => {
    const from = (start_date: string, input: number) => ({
      constraint: { type: 'start_date' as const, start_date },
      prices: { input_mtok: input, output_mtok: input },
    });
    const first = { prices: { input_mtok: 50, output_mtok: 50 } };

    expect(tablePrice([entry([first, from('2026-01-01', 3)])], 'm')?.inputPerMillion).toBe(3);
    expect(tablePrice([entry([first, from('2026-01-01', 3), from('2099-01-01', 2)])], 'm')).toMatchObject({
      inputPerMillion: 3,
    });
    expect(tablePrice([entry([first, from('2026-01-01', 3), from('2099-01-01', 9)])], 'm')).toMatchObject({
      inputPerMillion: 9,
    });
  });

  test('takes the most expensive hour of the day', () => {
    const night = {
      constraint: { type: 'time_of_date' as const, start_time: '00:30:00Z', end_time: '08:30:00Z' },
      prices: { input_mtok: 1, output_mtok: 1 },
    };
    const day = { prices: { input_mtok: 4, output_mtok: 4 } };

    expect(tablePrice([entry([day, night])], 'm')).toMatchObject({ inputPerMillion: 4, outputPerMillion: 4 });
  });

  test('of a vendor is that vendor’s own', () => {
    expect(tableOf('openai').some(({ id }) => id.startsWith('claude'))).toBe(false);
    expect(tableOf('anthropic').length).toBeGreaterThan(5);
  });
});

const opus: Price = {
  inputPerMillion: 4,
  cachedInputPerMillion: 0.2,
  cacheWritePerMillion: 5,
  outputPerMillion: 20,
  longPrompt: null,
  source: 'table',
  tableDate: priceTableDate,
};

describe('what the cache of a vendor saved', () => {
  const count = fc.nat(1_000_000);

  test('is what its tokens would have cost more without it', () => {
    fc.assert(
      fc.property(fc.tuple(count, count, count), count, ([fresh, read, written], outputTokens) => {
        const inputTokens = fresh + read + written;
        const cached = { inputTokens, outputTokens, cachedInputTokens: read, cacheWriteTokens: written };
        const without = { inputTokens, outputTokens, cachedInputTokens: 0, cacheWriteTokens: 0 };

        expect(savedUsd(opus, cached)).toBeCloseTo(costUsd(opus, without) - costUsd(opus, cached), 9);
      }),
    );
  });

  test('is less than nothing where the cache was written and never read', () => {
    const usage = {
      inputTokens: 1_000_000,
      cachedInputTokens: 0,
      cacheWriteTokens: 1_000_000,
      outputTokens: 0,
    };

    expect(savedUsd(opus, usage)).toBe(-1);
  });

  test('is nothing where no rate of a cache is known', () => {
    const usage = { inputTokens: 1000, cachedInputTokens: 600, cacheWriteTokens: 400, outputTokens: 1 };

    expect(savedUsd({ ...opus, cachedInputPerMillion: null, cacheWritePerMillion: null }, usage)).toBe(0);
  });
});

describe('the cost of a call', () => {
  const price: Price = {
    inputPerMillion: 2,
    cachedInputPerMillion: 0.2,
    cacheWritePerMillion: null,
    outputPerMillion: 10,
    longPrompt: {
      above: 272_000,
      inputPerMillion: 4,
      cachedInputPerMillion: 0.4,
      cacheWritePerMillion: null,
      outputPerMillion: 15,
    },
    source: 'table',
    tableDate: priceTableDate,
  };

  test('charges cached input at its own rate', () => {
    const usage = { inputTokens: 100_000, cachedInputTokens: 60_000, outputTokens: 10_000 };

    expect(costUsd(price, usage)).toBeCloseTo(0.08 + 0.012 + 0.1, 12);
  });

  test('charges cached input like any other where no rate for it is known', () => {
    const usage = { inputTokens: 100_000, cachedInputTokens: 60_000, outputTokens: 0 };

    expect(costUsd({ ...price, cachedInputPerMillion: null }, usage)).toBeCloseTo(0.2, 12);
  });

  test('charges the whole of a long prompt at the dearer rates', () => {
    const usage = { inputTokens: 272_001, cachedInputTokens: 0, outputTokens: 1000 };

    expect(costUsd(price, { ...usage, inputTokens: 272_000 })).toBeCloseTo(0.544 + 0.01, 12);
    expect(costUsd(price, usage)).toBeCloseTo(1.088004 + 0.015, 12);
  });

  test('charges fresh, written and read input each at its own rate', () => {
    const usage = {
      inputTokens: 100_000,
      cachedInputTokens: 60_000,
      cacheWriteTokens: 30_000,
      outputTokens: 0,
    };

    expect(costUsd(opus, usage)).toBeCloseTo(0.04 + 0.15 + 0.012, 12);
    expect(costUsd({ ...opus, cacheWritePerMillion: null }, usage)).toBeCloseTo(0.04 + 0.12 + 0.012, 12);
  });

  test('charges what is written for an hour at twice the price of input', () => {
    const usage = {
      ...{ inputTokens: 1_000_000, cachedInputTokens: 0, cacheWriteTokens: 1_000_000, outputTokens: 0 },
      hourCacheWriteTokens: 600_000,
    };

    expect(costUsd(opus, usage)).toBeCloseTo(0.6 * 8 + 0.4 * 5, 12);
    expect(savedUsd(opus, usage)).toBeCloseTo(4 - (0.6 * 8 + 0.4 * 5), 12);
    expect(costUsd(opus, { ...usage, hourCacheWriteTokens: 9e9 })).toBeCloseTo(8, 12);
    expect(costUsd({ ...opus, cacheWritePerMillion: null }, usage)).toBeCloseTo(4, 12);
  });

  test('charges what may have been written to a cache as written', () => {
    const usage = { inputTokens: 1_000_000, cachedInputTokens: 0, outputTokens: 0 };

    expect(costUsd(opus, usage)).toBe(5);
    expect(costUsd(opus, { ...usage, cacheWriteTokens: 0 })).toBe(4);
  });

  test('of a listed model agrees with what its tiers say', () => {
    const sol = priceOf(aModel({ provider: 'openai', name: 'gpt-6-sol' }));

    expect(sol).toMatchObject({
      inputPerMillion: 2,
      outputPerMillion: 10,
      longPrompt: { above: 272_000, inputPerMillion: 4, outputPerMillion: 15 },
    });
  });
});
