import { describe, expect, test } from '@jest/globals';
import { aChange, aModel, aQuestion, aVersion } from '../../testing/builders/a-question.ts';
import { coldPlan } from '../statistics/sampling-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { mostLikelyToBlockFirst, project, type Known } from './projection.ts';

const priced = aModel({ price: { input: 1, output: 10 } });

const nothing: Known = {
  stored: () => 0,
  usagePerGeneration: () => ({ inputTokens: 10_000, outputTokens: 1000, cachedInputTokens: 0 }),
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
      usd: { atLeast: expect.closeTo(0.12, 9), atMost: expect.closeTo(0.48, 9) },
      unpriced: [],
      isAssumed: false,
      testMinutes: null,
    });
  });

  test('does not count samples that are stored', () => {
    const stored: Known['stored'] = ({ side }) => (side === 'base' ? 20 : 4);

    expect(project(planOf(aQuestion({ model: priced })), { ...nothing, stored }).generations).toEqual({
      atLeast: 0,
      atMost: 8,
    });
  });

  test('of a new spec takes every sample of its only side', () => {
    const change = aChange({ base: null });
    const head = { side: 'head', version: aVersion('head'), model: priced } as const;
    const looks = coldPlan([3, 5, 8, 12]);

    expect(
      project(planOf({ asks: 'portable', change, model: priced, head, looks }), nothing).generations,
    ).toEqual({ atLeast: 12, atMost: 12 });
  });

  test('names the models without a price instead of a cost, unless they are not asked', () => {
    const unpriced = aModel({ id: 'openai/unheard-of', provider: 'openai', name: 'unheard-of' });
    const plan = planOf(aQuestion({ model: priced }), aQuestion({ model: unpriced }));
    const stored: Known['stored'] = ({ model }) => (model === unpriced ? 100 : 0);

    expect(project(plan, nothing)).toMatchObject({ usd: null, unpriced: ['openai/unheard-of'] });
    expect(project(plan, { ...nothing, stored })).toMatchObject({
      unpriced: [],
      usd: { atMost: 0.48 },
    });
  });

  test('assumes the length of an answer where none is known', () => {
    const projection = project(planOf(aQuestion({ model: priced })), {
      ...nothing,
      usagePerGeneration: () => null,
    });

    // 511 input and 5,000 output tokens a generation.
    expect(projection.isAssumed).toBe(true);
    expect(projection.usd?.atLeast).toBeCloseTo(6 * 0.050511, 4);
  });

  test('counts every cell and both runs of each tree as tests, shared by the machine', () => {
    const known = { ...nothing, testMs: 30_000, testsAtOnce: 2 };

    expect(project(planOf(aQuestion({ model: priced })), known).testMinutes).toBe(7);
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
  const named = (id: string) => aQuestion({ model: aModel({ id }) });
  const priors = new Map([
    ['z-much-stored', { storedBase: 20, observedDrop: null }],
    ['y-dropped', { storedBase: 5, observedDrop: 0.6 }],
    ['x-fresh', { storedBase: 5, observedDrop: null }],
    ['a-fresh', { storedBase: 5, observedDrop: null }],
    ['b-improved', { storedBase: 5, observedDrop: -0.4 }],
  ]);
  const questions = ['b-improved', 'x-fresh', 'y-dropped', 'a-fresh', 'z-much-stored'].map(named);

  const ordered = mostLikelyToBlockFirst(
    questions,
    ({ model }) => priors.get(model.id) ?? { storedBase: 0, observedDrop: null },
  );

  expect(ordered.map(({ model }) => model.id)).toEqual([
    'z-much-stored',
    'y-dropped',
    'a-fresh',
    'x-fresh',
    'b-improved',
  ]);
});
