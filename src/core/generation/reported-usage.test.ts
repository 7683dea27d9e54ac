import { describe, expect, test } from '@jest/globals';
import { countAt, nothingReported, reportedUsage } from './reported-usage.ts';

const said = { cacheRead: 600, cacheWrite: 300, output: 90, reasoning: 40 };

describe('what a vendor reports', () => {
  test.each([
    ['that counts the cache as input', { ...said, counting: 'all', input: 1000 }],
    ['that counts only fresh input', { ...said, counting: 'fresh', input: 100 }],
  ] as const)('%s is the same afterwards', (_name, counts) => {
    expect(reportedUsage(counts)).toEqual({
      inputTokens: 1000,
      cachedInputTokens: 600,
      cacheWriteTokens: 300,
      outputTokens: 90,
      reasoningTokens: 40,
    });
  });

  test('through a gateway that leaves the cache out of the input is added up', () => {
    expect(reportedUsage({ ...said, counting: 'all', input: 100 })).toMatchObject({ inputTokens: 1000 });
  });

  test('holds what is kept for an hour, where there is any', () => {
    const counts = { ...said, counting: 'fresh', input: 100 } as const;

    expect(reportedUsage({ ...counts, hourCacheWrite: 200 })).toMatchObject({
      ...{ inputTokens: 1000, cacheWriteTokens: 300, hourCacheWriteTokens: 200 },
    });
    expect(reportedUsage({ ...counts, hourCacheWrite: 0 })).not.toHaveProperty('hourCacheWriteTokens');
  });

  test('stays unknown where it is silent', () => {
    const silent = { input: null, cacheRead: null, cacheWrite: null, output: null, reasoning: null };

    expect(reportedUsage({ ...silent, counting: 'fresh' })).toEqual(nothingReported);
    expect(reportedUsage({ ...silent, counting: 'all' })).toEqual(nothingReported);
  });
});

test.each([
  ['a count', { a: { b: 12 } }, 12],
  ['nothing', { a: { b: 0 } }, 0],
  ['text', { a: { b: 'n/a' } }, null],
  ['digits in a text', { a: { b: '12' } }, null],
  ['a count below zero', { a: { b: -1 } }, null],
  ['half a token', { a: { b: 0.5 } }, null],
  ['no number', { a: { b: Number.NaN } }, null],
  ['no end', { a: { b: Number.POSITIVE_INFINITY } }, null],
  ['null', { a: { b: null } }, null],
  ['an empty object', { a: {} }, null],
  ['a text in place of the object', { a: 'unknown' }, null],
  ['nothing at all', null, null],
])('%s where a count should stand', (_name, value, expected) => {
  expect(countAt(value, 'a', 'b')).toBe(expected);
});

test('what every object inherits is no count', () => {
  expect(countAt({ a: [] }, 'a', 'length')).toBeNull();
  expect(countAt({}, 'constructor', 'length')).toBeNull();
});
