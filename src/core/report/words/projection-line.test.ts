import { describe, expect, test } from '@jest/globals';
import type { Projection } from '../../budget/projection.ts';
import { projectionLine } from './projection-line.ts';

const projection: Projection = {
  questions: 4,
  generations: { atLeast: 12, atMost: 48 },
  usd: { atLeast: 0.2, atMost: 0.8 },
  unpriced: [],
  isAssumed: false,
  testMinutes: 2.1,
};

describe('the line of a projection', () => {
  test('says calls, cost and test time', () => {
    expect(projectionLine(projection)).toBe(
      'Plan: 4 questions, 12 to 48 generations, about 0.20 to 0.80 USD, up to 3 min of tests.',
    );
  });

  test('says that the length of an answer is assumed', () => {
    expect(projectionLine({ ...projection, isAssumed: true, testMinutes: null })).toBe(
      'Plan: 4 questions, 12 to 48 generations, about 0.20 to 0.80 USD (if an answer has 5,000 tokens).',
    );
  });

  test('names the models without a price instead of a cost', () => {
    expect(projectionLine({ ...projection, usd: null, unpriced: ['a', 'b'] })).toContain(
      'cost n/a (price of a and b unknown)',
    );
  });

  test('says which caps may end the run early', () => {
    expect(projectionLine(projection, { usd: 0.5, generations: 40 })).toMatch(
      /The budget of 40 generations and 0\.5 USD may end it early: what is most likely to block is asked first\.$/,
    );
    expect(projectionLine(projection, { usd: null, generations: 200 })).not.toContain('budget');
  });

  test('of one call is in the singular, and of none says so', () => {
    const one = { ...projection, questions: 1, generations: { atLeast: 1, atMost: 1 }, testMinutes: 0.2 };

    expect(projectionLine(one)).toContain('Plan: 1 question, 1 generation, ');
    expect(projectionLine(one)).toContain('under a minute of tests');
    expect(projectionLine({ ...projection, generations: { atLeast: 0, atMost: 0 } })).toBe(
      'Plan: 4 questions, nothing to ask a model.',
    );
  });
});
