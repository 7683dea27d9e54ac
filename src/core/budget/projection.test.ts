import { describe, expect, test } from '@jest/globals';
import { aChange, aLoneQuestion, aModel, aQuestion } from '../../testing/builders/a-question.ts';
import type { Plan } from '../plan/plan.ts';
import { mostLikelyToBlockFirst, project, type ProjectionInputs } from './projection.ts';

const priced = aModel({ price: { input: 1, output: 10 } });

const nothing: ProjectionInputs = {
  stored: () => 0,
  testMs: null,
  testsAtOnce: 1,
};

function planOf(...questions: Plan['questions']): Plan {
  return { changes: [aChange()], questions };
}

describe('a projection', () => {
  test('goes from the first look of both arms to the last', () => {
    expect(project(planOf(aQuestion({ model: priced })), nothing)).toEqual({
      questions: 1,
      generations: { atLeast: 6, atMost: 24 },
      // 511 input and 5,000 output tokens per generation.
      usd: { atLeast: expect.closeTo(6 * 0.050511, 4), atMost: expect.closeTo(24 * 0.050511, 4) },
      unpriced: [],
      isAssumed: true,
      testMinutes: null,
    });
  });

  test('does not count samples that are stored', () => {
    const stored: ProjectionInputs['stored'] = (_, role) => (role === 'base' ? 20 : 4);

    expect(project(planOf(aQuestion({ model: priced })), { ...nothing, stored }).generations).toEqual({
      atLeast: 0,
      atMost: 8,
    });
  });

  test('of a new spec takes every sample of its only side', () => {
    expect(project(planOf(aLoneQuestion({ model: priced })), nothing).generations).toEqual({
      atLeast: 12,
      atMost: 12,
    });
  });

  test('names the models without a price instead of a cost, unless they are not asked', () => {
    const unpriced = aModel({ id: 'openai/unheard-of', provider: 'openai', name: 'unheard-of' });
    const plan = planOf(aQuestion({ model: priced }), aQuestion({ model: unpriced }));
    const stored: ProjectionInputs['stored'] = ({ head }) => (head.model === unpriced ? 100 : 0);

    expect(project(plan, nothing)).toMatchObject({ usd: null, unpriced: ['openai/unheard-of'] });
    expect(project(plan, { ...nothing, stored })).toMatchObject({
      unpriced: [],
      usd: { atMost: expect.closeTo(24 * 0.050511, 4) },
    });
  });

  test('assumes nothing about answers that are all stored', () => {
    expect(project(planOf(aQuestion({ model: priced })), { ...nothing, stored: () => 24 }).isAssumed).toBe(
      false,
    );
  });

  test('counts every cell and the three runs of each tree as tests, shared by the machine', () => {
    const known = { ...nothing, testMs: 30_000, testsAtOnce: 2 };

    expect(project(planOf(aQuestion({ model: priced })), known).testMinutes).toBe(7.5);
  });

  test('of nothing is nothing', () => {
    expect(project(planOf(), nothing)).toMatchObject({
      questions: 0,
      generations: { atLeast: 0, atMost: 0 },
      usd: { atLeast: 0, atMost: 0 },
    });
  });
});

test('the question most likely to block is asked first', () => {
  const withStored = (id: string, stored: number) => ({
    ...aQuestion({ model: aModel({ id }) }),
    reused: Array.from({ length: stored }, (_, sample) => sample),
  });
  const questions = [
    withStored('b-few', 5),
    withStored('a-few', 5),
    withStored('z-many', 20),
    withStored('c-none', 0),
  ];

  const ordered = mostLikelyToBlockFirst(questions);

  expect(ordered.map(({ head }) => head.model.id)).toEqual(['z-many', 'a-few', 'b-few', 'c-none']);
});
