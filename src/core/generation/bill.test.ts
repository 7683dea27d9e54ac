import { describe, expect, test } from '@jest/globals';
import { billFor, billForBroken } from './bill.ts';
import { nothingReported } from './reported-usage.ts';

const prompt = { system: 'x'.repeat(2000), user: 'y'.repeat(1000), nonce: 'n' };
const call = { prompt, text: 'z'.repeat(300), mostOutputTokens: 64_000 };

describe('an answered call', () => {
  test('is booked as it was reported', () => {
    const reported = { inputTokens: 800, cachedInputTokens: 600, outputTokens: 90 };

    expect(billFor({ ...call, reported })).toEqual({
      usage: reported,
      isEstimated: false,
      mayBeMore: false,
    });
  });

  test.each([
    ['nothing', nothingReported, 1000, 100],
    ['only zeros', { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 }, 1000, 100],
    ['no input', { inputTokens: null, cachedInputTokens: 0, outputTokens: 90 }, 1000, 90],
    ['no output', { inputTokens: 800, cachedInputTokens: 0, outputTokens: null }, 800, 100],
  ])('with %s reported is booked as the estimate, and marked', (...row) => {
    const [, reported, input, output] = row;
    expect(billFor({ ...call, reported })).toMatchObject({
      usage: { inputTokens: input, outputTokens: output },
      isEstimated: true,
    });
  });

  test('that wrote nothing and says so is no estimate', () => {
    const reported = { inputTokens: 800, cachedInputTokens: 0, outputTokens: 0 };

    expect(billFor({ ...call, text: '', reported }).isEstimated).toBe(false);
  });

  test('is never estimated at more output than was asked for', () => {
    const endless = { ...call, text: 'z'.repeat(3_000_000), reported: nothingReported };

    expect(billFor(endless).usage.outputTokens).toBe(64_000);
  });

  test('has no more cached input than input', () => {
    const reported = { inputTokens: null, cachedInputTokens: 5000, outputTokens: 9 };

    expect(billFor({ ...call, reported }).usage).toMatchObject({
      inputTokens: 1000,
      cachedInputTokens: 1000,
    });
  });
});

describe('a call whose answer broke off', () => {
  test('is booked at what arrived, because the count at the start of a stream is no total', () => {
    const reported = { inputTokens: 800, cachedInputTokens: 0, outputTokens: 1 };

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
