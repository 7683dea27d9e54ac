import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { searchState, type PrefixSample, type SearchStart } from './search.ts';

const even = (parts: number): readonly number[] => Array.from({ length: parts }, () => 1);
const clear = { base: { passed: 12, failed: 0 }, head: { passed: 0, failed: 5 } };

/** Asks a model that fails whenever the text holds the part at `cause`, until the search has settled. */
function searched(start: SearchStart, cause: number) {
  const samples: PrefixSample[] = [];
  for (;;) {
    const state = searchState(start, samples);
    if (state.kind === 'settled') return { state, samples };
    samples.push({ prefix: state.prefix, passed: state.prefix <= cause });
  }
}

test.each([0, 3, 7])('a model without noise gives away part %i of 8', (cause) => {
  const { state, samples } = searched({ prior: even(8), detected: clear, most: 20 }, cause);
  expect(state).toMatchObject({ kind: 'settled', end: 'found' });
  expect(state.likely).toEqual([cause]);
  expect(samples.length).toBeLessThanOrEqual(12);
});

test('a change of one part needs no sample', () => {
  expect(searchState({ prior: [1], detected: clear, most: 20 }, [])).toEqual({
    kind: 'settled',
    end: 'one-part',
    probabilities: [1],
    likely: [0],
    counted: { base: { passed: 0, failed: 0 }, head: { passed: 0, failed: 0 } },
  });
});

test('a search that took all its samples names the parts that hold 90 % together, the most probable first', () => {
  const samples = [2, 2, 2].map((prefix) => ({ prefix, passed: true }));
  const state = searchState({ prior: even(6), detected: clear, most: 3 }, samples);
  expect(state).toMatchObject({ kind: 'settled', end: 'undecided' });
  expect(state.likely).toEqual([2, 3, 4, 5]);
});

test('the first sample halves the parts by their probability, not by their number', () => {
  const state = searchState({ prior: [5, 1, 1, 1, 1, 1], detected: clear, most: 20 }, []);
  expect(state).toMatchObject({ kind: 'sample', prefix: 1 });
});

test('equal parts are told apart in their order', () => {
  expect(searchState({ prior: even(7), detected: clear, most: 20 }, [])).toMatchObject({ prefix: 3 });
});

test('a sample of the base or of the head is taken where only one kind of text was seen', () => {
  const failing = [4, 2, 1, 1, 1].map((prefix) => ({ prefix, passed: false }));
  const detected = { base: { passed: 1, failed: 0 }, head: { passed: 0, failed: 1 } };
  expect(searchState({ prior: even(8), detected, most: 20 }, failing)).toMatchObject({ prefix: 0 });
});

test('the probabilities are those of both pass rates integrated out by hand', () => {
  const detected = { base: { passed: 4, failed: 1 }, head: { passed: 1, failed: 4 } };
  const samples = [
    { prefix: 1, passed: true },
    { prefix: 2, passed: false },
    { prefix: 2, passed: true },
  ];
  const { probabilities } = searchState({ prior: [1, 2, 1], detected, most: 20 }, samples);
  const weights = [0, 1, 2].map((cause) => byHand(cause, detected, samples) * (cause === 1 ? 2 : 1));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  for (const [part, weight] of weights.entries()) expect(probabilities[part]).toBeCloseTo(weight / sum, 3);
});

/** The chance of all samples if this part is the cause, summed over a grid of both pass rates. */
function byHand(cause: number, detected: SearchStart['detected'], samples: readonly PrefixSample[]): number {
  const rates = Array.from({ length: 400 }, (_, step) => (step + 0.5) / 400);
  const beta = (rate: number, a: number, b: number): number => rate ** (a - 1) * (1 - rate) ** (b - 1);
  const total = (a: number, b: number): number => rates.reduce((sum, rate) => sum + beta(rate, a, b), 0);
  const [open, half] = [total(1, 2), total(11, 9)];
  const likelihood = (rate: number, { passed, failed }: { passed: number; failed: number }): number =>
    rate ** passed * (1 - rate) ** failed;
  const seenAs = (isHead: boolean) => {
    const rows = samples.filter(({ prefix }) => prefix > cause === isHead);
    const passed = rows.filter((row) => row.passed).length;
    return { passed, failed: rows.length - passed };
  };
  const base = rates.reduce(
    (sum, rate) =>
      sum + beta(rate, 1.5, 0.5) * likelihood(rate, detected.base) * likelihood(rate, seenAs(false)),
    0,
  );
  const head = rates.reduce(
    (sum, rate) =>
      sum +
      ((0.4 * beta(rate, 1, 2)) / open + (0.6 * beta(rate, 11, 9)) / half) *
        likelihood(rate, detected.head) *
        likelihood(rate, seenAs(true)),
    0,
  );
  return base * head;
}

const anyNumber = fc.oneof(fc.nat(500), fc.constantFrom(NaN, Infinity, -1, 0, 1e300));
const anyCounts = fc.record({ passed: anyNumber, failed: anyNumber });

test('hostile numbers give probabilities that add up to 1, and a prefix that exists', () => {
  const start = fc.record({
    prior: fc.array(anyNumber, { minLength: 2, maxLength: 300 }),
    detected: fc.record({ base: anyCounts, head: anyCounts }),
    most: fc.constant(20),
  });
  const samples = fc.array(fc.record({ prefix: fc.integer({ min: -2, max: 310 }), passed: fc.boolean() }));
  fc.assert(
    fc.property(start, samples, (from, taken) => {
      const state = searchState(from, taken);
      expect(state.probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 6);
      expect(state.likely.length).toBeGreaterThan(0);
      const prefix = state.kind === 'sample' ? state.prefix : 0;
      expect(prefix >= 0 && prefix <= from.prior.length).toBe(true);
    }),
  );
});

test('a killed search goes on to the same result, and no order of the same samples changes it', () => {
  const start = { prior: even(20), detected: clear, most: 20 };
  const { state, samples } = searched(start, 11);
  for (const [taken, { prefix }] of samples.entries())
    expect(searchState(start, samples.slice(0, taken))).toMatchObject({ kind: 'sample', prefix });
  expect(searchState(start, samples.toReversed()).probabilities).toEqual(state.probabilities);
});

test('300 parts are searched with at most 20 samples', () => {
  expect(searched({ prior: even(300), detected: clear, most: 20 }, 173).state.likely).toEqual([173]);
});
