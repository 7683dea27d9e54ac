import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { billFor, billForBroken } from './bill.ts';
import { inputParts } from './input-parts.ts';
import { nothingReported, reportedUsage } from './reported-usage.ts';

const prompt = { system: 'x'.repeat(2000), user: 'y'.repeat(1000), nonce: 'n' };
const call = { prompt, text: 'z'.repeat(300), mostOutputTokens: 64_000 };

describe('an answered call', () => {
  test('is booked as it was reported', () => {
    const reported = {
      ...{ inputTokens: 800, cachedInputTokens: 500, cacheWriteTokens: 200 },
      ...{ outputTokens: 90, reasoningTokens: 40 },
    };

    expect(billFor({ ...call, reported })).toEqual({
      usage: reported,
      isEstimated: false,
      mayBeMore: false,
    });
  });

  test.each([
    ['nothing', nothingReported, 1000, 100],
    ['only zeros', { ...nothingReported, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 }, 1000, 100],
    ['no input', { ...nothingReported, inputTokens: null, cachedInputTokens: 0, outputTokens: 90 }, 1000, 90],
    [
      'no output',
      { ...nothingReported, inputTokens: 800, cachedInputTokens: 0, outputTokens: null },
      800,
      100,
    ],
  ])('with %s reported is booked as the estimate, and marked', (...row) => {
    const [, reported, input, output] = row;
    expect(billFor({ ...call, reported })).toMatchObject({
      usage: { inputTokens: input, outputTokens: output },
      isEstimated: true,
    });
  });

  test('that wrote nothing and says so is no estimate', () => {
    const reported = { ...nothingReported, inputTokens: 800, cachedInputTokens: 0, outputTokens: 0 };

    expect(billFor({ ...call, text: '', reported }).isEstimated).toBe(false);
  });

  test('is never estimated at more output than was asked for', () => {
    const endless = { ...call, text: 'z'.repeat(3_000_000), reported: nothingReported };

    expect(billFor(endless).usage.outputTokens).toBe(64_000);
  });

  test('says nothing of a cache or of reasoning where the vendor says nothing', () => {
    const { usage } = billFor({ ...call, reported: nothingReported });

    expect(Object.keys(usage)).toEqual(['inputTokens', 'cachedInputTokens', 'outputTokens']);
  });

  test('has no more cached input than input', () => {
    const reported = { ...nothingReported, inputTokens: null, cachedInputTokens: 5000, outputTokens: 9 };

    expect(billFor({ ...call, reported }).usage).toMatchObject({
      inputTokens: 1000,
      cachedInputTokens: 1000,
    });
  });
});

test('the parts of any bill add up, and none is below zero', () => {
  const count = fc.option(fc.nat(200_000));
  const counts = fc.record({
    counting: fc.constantFrom('all' as const, 'fresh' as const),
    ...{ input: count, cacheRead: count, cacheWrite: count, output: count, reasoning: count },
  });
  fc.assert(
    fc.property(counts, (given) => {
      const { usage } = billFor({ ...call, reported: reportedUsage(given) });
      const { fresh, read, written } = inputParts(usage);

      expect(fresh + read + (written ?? 0)).toBe(usage.inputTokens);
      expect(Math.min(fresh, read, written ?? 0)).toBeGreaterThanOrEqual(0);
      expect(usage.reasoningTokens ?? 0).toBeLessThanOrEqual(usage.outputTokens);
      expect(written === null).toBe(given.cacheWrite === null);
    }),
  );
});

describe('a call whose answer broke off', () => {
  test('is booked at what arrived, because the count at the start of a stream is no total', () => {
    const reported = { ...nothingReported, inputTokens: 800, cachedInputTokens: 0, outputTokens: 1 };

    expect(billForBroken({ ...call, reported, hasBegun: true })).toEqual({
      usage: { inputTokens: 800, cachedInputTokens: 0, outputTokens: 100 },
      isEstimated: true,
      mayBeMore: true,
    });
  });

  test('before it began may not be charged more', () => {
    expect(billForBroken({ ...call, text: '', reported: nothingReported, hasBegun: false })).toEqual({
      usage: { inputTokens: 1000, cachedInputTokens: 0, outputTokens: 0 },
      isEstimated: true,
      mayBeMore: false,
    });
  });
});
