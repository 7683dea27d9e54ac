import { expect, test } from '@jest/globals';
import { aModel } from '../../testing/builders/a-question.ts';
import { effectiveCaps, refuseUnpriced } from './refuse-unpriced.ts';

const unpriced = aModel({ id: 'openai/gpt-6.1-sol', provider: 'openai', name: 'gpt-6.1-sol' });
const free = aModel({ id: 'qwen-local', provider: 'openai-compatible', price: { input: 0, output: 0 } });
const listed = aModel({ name: 'claude-opus-5-5' });

test('a cap in USD is refused where a price is unknown, and the error says what to change', () => {
  const error = refuseUnpriced([listed, unpriced], { usd: 10, usdPerPr: 30, isUsdChosen: true });

  expect(error).toMatchObject({ code: 'PRICE_UNKNOWN' });
  expect(error?.message).toBe(
    'PRICE_UNKNOWN: the price of `openai/gpt-6.1-sol` is not known, so `budget.usd` (10 USD) and ' +
      '`budget.usd-per-pr` (30 USD) cannot be enforced. No model was asked. ' +
      'Set the model’s `price: { input: …, output: … }` in USD per million tokens, or set `budget.usd: none` ' +
      '(input `max-usd: none`), and `budget.usd-per-pr: none` if you set that; ' +
      '`generations` and `tokens` still limit the run.',
  );
});

test('each cap is named only where it is set', () => {
  expect(refuseUnpriced([unpriced], { usd: 10, usdPerPr: null, isUsdChosen: true })?.message).not.toContain(
    'per-pr',
  );
  expect(refuseUnpriced([unpriced], { usd: null, usdPerPr: 30, isUsdChosen: true })?.hint).toContain(
    '`budget.usd-per-pr: none`',
  );
});

test('nothing is refused where no cap is in USD, or every price is known, be it 0', () => {
  expect(refuseUnpriced([unpriced], { usd: null, usdPerPr: null, isUsdChosen: true })).toBeNull();
  expect(refuseUnpriced([listed, free], { usd: 10, usdPerPr: 30, isUsdChosen: true })).toBeNull();
});

test('caps that nobody wrote down give way to a model without a known price, and that is said', () => {
  const budget = { usd: 10, usdPerPr: 30, isUsdChosen: false };
  expect(refuseUnpriced([unpriced], budget)).toBeNull();
  expect(effectiveCaps([unpriced], budget)).toEqual({
    usd: null,
    usdPerPr: null,
    note: expect.stringContaining('gpt-6.1-sol'),
  });
  expect(effectiveCaps([listed], budget)).toEqual({ usd: 10, usdPerPr: 30, note: null });
});
