import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Usage } from '../generation/completion.ts';
import { openLedger, type Call, type Ledger, type Reservation } from './budget.ts';
import type { Caps, Spending } from './caps.ts';
import type { Price } from './price.ts';

const price: Price = {
  inputPerMillion: 2,
  cachedInputPerMillion: null,
  cacheWritePerMillion: null,
  outputPerMillion: 10,
  longPrompt: null,
  source: 'user',
  tableDate: null,
};
const uncapped: Caps = { usd: null, usdPerPr: null, generations: 1000, tokens: null };
// At most 0.1 USD.
const call: Call = { model: 'm', price, inputTokens: 10_000, maxOutputTokens: 8000 };
const used: Usage = { inputTokens: 9000, cachedInputTokens: 0, outputTokens: 1000 };

function reserved(ledger: Ledger, wanted: Call = call): Reservation {
  const answer = ledger.reserve(wanted);
  if ('refused' in answer) throw new Error(`refused: ${answer.refused}`);
  return answer;
}

describe('a cap', () => {
  test.each([
    ['usd', { usd: 0.25 }],
    ['usd-per-pr', { usdPerPr: { cap: 1, alreadySpent: 0.75 } }],
    ['generations', { generations: 2 }],
    ['tokens', { tokens: 40_000 }],
  ] as const)('of %s refuses the call that could exceed it', (name, caps) => {
    const ledger = openLedger({ ...uncapped, ...caps });
    reserved(ledger);
    reserved(ledger);

    expect(ledger.reserve(call)).toEqual({ refused: name });
    expect(ledger.refusedBy).toEqual([name]);
  });

  test.each([
    ['usd', { usd: 0.25 }],
    ['usd-per-pr', { usdPerPr: { cap: 1, alreadySpent: 0.75 } }],
    ['tokens', { tokens: 40_000 }],
  ] as const)('of %s lets a call wait while what is set aside may come back', (name, caps) => {
    const ledger = openLedger({ ...uncapped, ...caps });
    const [first, second] = [reserved(ledger), reserved(ledger)];

    expect(ledger.mustWait(call)).toBe(true);
    ledger.settle(first, { ...used, inputTokens: 10_000, outputTokens: 8000 });
    expect(ledger.mustWait(call)).toBe(true);
    ledger.settle(second, { ...used, inputTokens: 10_000, outputTokens: 8000 });

    expect(ledger.mustWait(call)).toBe(false);
    expect(ledger.reserve(call)).toEqual({ refused: name });
  });

  test('of generations lets no call wait: none that began comes back', () => {
    const ledger = openLedger({ ...uncapped, generations: 1 });
    reserved(ledger);

    expect(ledger.mustWait(call)).toBe(false);
    expect(ledger.refusedBy).toEqual([]);
  });

  test('is used to the last cent', () => {
    const ledger = openLedger({ ...uncapped, usd: 0.3 });
    for (const reservation of [reserved(ledger), reserved(ledger), reserved(ledger)])
      ledger.settle(reservation, { ...used, inputTokens: 10_000, outputTokens: 8000 });

    expect(ledger.spending.usd).toBeCloseTo(0.3, 12);
    expect(ledger.reserve(call)).toEqual({ refused: 'usd' });
  });

  test('in USD admits no call of unknown price, and a call that costs nothing always', () => {
    const ledger = openLedger({ ...uncapped, usd: 0 });

    expect(ledger.reserve({ ...call, price: null })).toEqual({ refused: 'usd' });
    expect(
      reserved(ledger, { ...call, price: { ...price, inputPerMillion: 0, outputPerMillion: 0 } }).usd,
    ).toBe(0);
  });

  test('of the pull request counts what its earlier runs spent', () => {
    const ledger = openLedger({ ...uncapped, usd: 10, usdPerPr: { cap: 30, alreadySpent: 30 } });

    expect(ledger.reserve(call)).toEqual({ refused: 'usd-per-pr' });
  });
});

describe('settling', () => {
  test('gives back what was not used', () => {
    const ledger = openLedger({ ...uncapped, usd: 0.15 });
    ledger.settle(reserved(ledger), used);

    expect(ledger.spending).toEqual({
      usd: 0.028,
      tokens: 10_000,
      generations: 1,
      answered: 1,
      reservedUsd: 0,
      reservedTokens: 0,
    });
    expect(ledger.reserve(call)).not.toHaveProperty('refused');
  });

  test('a call that brought no answer costs nothing, but was begun', () => {
    const ledger = openLedger({ ...uncapped, generations: 1 });
    ledger.settle(reserved(ledger), null);

    expect(ledger.spending).toMatchObject({ usd: 0, tokens: 0, generations: 1 });
    expect(ledger.reserve(call)).toEqual({ refused: 'generations' });
  });

  test('an answer that broke off is booked at what arrived, and the rest stays set aside', () => {
    const ledger = openLedger({ ...uncapped, usd: 0.15 });
    ledger.lose(reserved(ledger), { usage: used, isEstimated: true, mayBeMore: true });

    expect(ledger.spending).toMatchObject({
      usd: 0.028,
      tokens: 10_000,
      reservedUsd: expect.closeTo(0.072, 12),
      reservedTokens: 8000,
    });
    expect(ledger.mustWait(call)).toBe(false);
    expect(ledger.reserve(call)).toEqual({ refused: 'usd' });
  });

  test('answers of one model that broke off may hold an equal share of a cap, or one answer more than that', () => {
    const broken = { usage: used, isEstimated: true, mayBeMore: true };
    const ledger = openLedger({ ...uncapped, usd: 0.25 }, 2);

    // Each sets 0.072 USD aside; the share of one of two models is 0.125 USD.
    ledger.lose(reserved(ledger), broken);
    expect(ledger.hasOverdrawn('m')).toBe(false);
    ledger.lose(reserved(ledger), broken);

    expect(ledger.hasOverdrawn('m')).toBe(true);
    expect(ledger.hasOverdrawn('other')).toBe(false);
    expect(ledger.setAsideFor('m')).toEqual({ usd: expect.closeTo(0.144, 12), tokens: 16_000, calls: 2 });
  });

  test.each([
    ['one answer alone', 2, 1],
    ['a model that shares with no other', 1, 2],
  ])('%s is not held to that share', (_name, models, answers) => {
    const ledger = openLedger({ ...uncapped, tokens: 40_000 }, models);
    for (let lost = 0; lost < answers; lost += 1)
      ledger.lose(reserved(ledger), {
        usage: { ...used, outputTokens: 0 },
        isEstimated: true,
        mayBeMore: true,
      });

    expect(ledger.hasOverdrawn('m')).toBe(false);
  });

  test('what is set aside is named as the cause only where it is more than what was spent', () => {
    const ledger = openLedger({ ...uncapped, usd: 1 });
    ledger.lose(reserved(ledger), { usage: used, isEstimated: true, mayBeMore: true });
    expect(ledger.mostlySetAside()).toMatchObject({ usd: expect.closeTo(0.072, 12), calls: 1 });

    ledger.settle(reserved(ledger), { ...used, outputTokens: 8000 });
    expect(ledger.mostlySetAside()).toBeNull();
  });

  test('a call that gave no answer is booked, and nothing more stays set aside', () => {
    const ledger = openLedger(uncapped);
    ledger.lose(reserved(ledger), { usage: used, isEstimated: true, mayBeMore: false });

    expect(ledger.spending).toMatchObject({ usd: 0.028, tokens: 10_000, reservedUsd: 0, reservedTokens: 0 });
  });

  test('another attempt is set aside under the same caps, and is no further generation', () => {
    const ledger = openLedger({ ...uncapped, usd: 0.22, generations: 1 });
    const first = reserved(ledger);
    const broken = { usage: used, isEstimated: true, mayBeMore: true };
    ledger.lose(first, broken);
    const second = ledger.reserveAgain(first);
    if ('refused' in second) throw new Error('the second attempt has room');
    ledger.lose(second, broken);

    expect(ledger.reserveAgain(second)).toEqual({ refused: 'usd' });
    expect(ledger.spending).toMatchObject({ usd: expect.closeTo(0.056, 12), generations: 1, answered: 2 });
  });

  test('more than the maximum is recorded as the vendor reports it', () => {
    const ledger = openLedger({ ...uncapped, usd: 0.1 });
    ledger.settle(reserved(ledger), { ...used, outputTokens: 20_000 });

    expect(ledger.spending.usd).toBeCloseTo(0.218, 12);
  });

  test('twice is our own mistake', () => {
    const ledger = openLedger(uncapped);
    const reservation = reserved(ledger);
    ledger.settle(reservation, used);

    expect(() => ledger.settle(reservation, used)).toThrow('not open');
  });
});

describe('whatever the order of calls and answers', () => {
  const amount = fc.integer({ min: 0, max: 300_000 });
  const rate = fc.double({ min: 0, max: 100, noNaN: true });
  const anyCall: fc.Arbitrary<Call> = fc.record({
    price: fc.option(
      fc.record({ input: rate, output: rate }).map(({ input, output }) => ({
        ...price,
        inputPerMillion: input,
        outputPerMillion: output,
      })),
      { freq: 10 },
    ),
    model: fc.constantFrom('m', 'other'),
    inputTokens: amount,
    maxOutputTokens: amount,
  });
  const caps: fc.Arbitrary<Caps> = fc.record({
    usd: fc.option(fc.double({ min: 0, max: 50, noNaN: true })),
    usdPerPr: fc.option(
      fc.record({
        cap: fc.double({ min: 0, max: 50, noNaN: true }),
        alreadySpent: fc.double({ min: 0, max: 60, noNaN: true }),
      }),
    ),
    generations: fc.nat(20),
    tokens: fc.option(fc.nat(2_000_000)),
  });
  // Reserve a call, or settle a reserved one with a share of its maximum (null: nothing); a large share is lost.
  const step = fc.oneof(
    anyCall.map((wanted) => ({ wanted })),
    fc.record({ which: fc.nat(), share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })) }),
  );

  test('no cap is exceeded, and what is settled is at most what was reserved', () => {
    fc.assert(
      fc.property(caps, fc.array(step, { maxLength: 60 }), (given, steps) => {
        const ledger = openLedger(given);
        const open: { readonly reservation: Reservation; readonly wanted: Call }[] = [];
        for (const each of steps) {
          const before = ledger.spending;
          if ('wanted' in each) {
            const answer = ledger.reserve(each.wanted);
            if (!('refused' in answer)) open.push({ reservation: answer, wanted: each.wanted });
          } else if (open.length > 0) {
            const [settled] = open.splice(each.which % open.length, 1);
            if (settled !== undefined) settleShare(ledger, settled, each.share);
            expectNoMore(before, ledger.spending);
          }
          expectWithin(ledger, given);
        }
      }),
      { numRuns: 300 },
    );
  });

  function settleShare(
    ledger: Ledger,
    { reservation, wanted }: { readonly reservation: Reservation; readonly wanted: Call },
    share: number | null,
  ): void {
    if (share === null) return ledger.settle(reservation, null);
    const usage = {
      inputTokens: Math.floor(wanted.inputTokens * share),
      cachedInputTokens: 0,
      outputTokens: Math.floor(wanted.maxOutputTokens * share),
    };
    if (share < 0.5) return ledger.settle(reservation, usage);
    ledger.lose(reservation, { usage, isEstimated: true, mayBeMore: share > 0.75 });
  }

  function expectNoMore(before: Spending, after: Spending): void {
    expect(after.usd + after.reservedUsd).toBeLessThanOrEqual(before.usd + before.reservedUsd + 1e-9);
    expect(after.tokens + after.reservedTokens).toBeLessThanOrEqual(before.tokens + before.reservedTokens);
  }

  function expectWithin(ledger: Ledger, given: Caps): void {
    const { usd, reservedUsd, tokens, reservedTokens, generations } = ledger.spending;
    expect(generations).toBeLessThanOrEqual(given.generations);
    expect(tokens + reservedTokens).toBeLessThanOrEqual(given.tokens ?? Infinity);
    expect(usd + reservedUsd).toBeLessThanOrEqual((given.usd ?? Infinity) + 1e-6);
    // A pull request that is already over its cap admits no call that costs money.
    const leftUsd = given.usdPerPr === null ? Infinity : given.usdPerPr.cap - given.usdPerPr.alreadySpent;
    expect(usd + reservedUsd).toBeLessThanOrEqual(Math.max(0, leftUsd) + 1e-6);
  }
});

test('of what is left of each cap a share may be kept for something else', () => {
  const ledger = openLedger({
    ...{ usd: 1, generations: 22, tokens: 110_000 },
    usdPerPr: { cap: 1.1, alreadySpent: 0.1 },
  });
  // 0.028 USD and 10,000 tokens each.
  for (let each = 0; each < 2; each += 1) ledger.settle(reserved(ledger), used);

  ledger.leave(0.3);

  // 0.3 of the 90,000 tokens that are left hold one call of at most 18,000, and not a second one.
  reserved(ledger);
  expect(ledger.reserve(call)).toEqual({ refused: 'tokens' });
  const free: Call = {
    ...call,
    price: { ...price, inputPerMillion: 0, outputPerMillion: 0 },
    maxOutputTokens: 0,
  };
  const asked = Array.from({ length: 6 }, () => ledger.reserve({ ...free, inputTokens: 0 }));
  expect(asked.map((answer) => 'refused' in answer)).toEqual([false, false, false, false, false, true]);
  expect(ledger.refusedBy).toEqual(['tokens', 'generations']);
});
