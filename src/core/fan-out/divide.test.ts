import { describe, expect, test } from '@jest/globals';
import { aChange, aModel, aSpec, aVersion } from '../../testing/builders/a-question.ts';
import { someSettings } from '../../testing/builders/some-settings.ts';
import type { SpecPair } from '../specs/spec.ts';
import { divide } from './divide.ts';
import type { Plan } from '../plan/plan.ts';
import { questionsOf } from '../plan/questions-of.ts';
import type { Model, Settings } from '../settings.ts';

const old = aModel({ id: 'old', name: 'simulated-old' });
const other = aModel({ id: 'other', name: 'simulated-other' });
const taking = aModel({ id: 'new', name: 'simulated-new' });

function changes(count: number): readonly SpecPair[] {
  return Array.from({ length: count }, (_, index) => {
    const spec = aSpec({ name: `s${index + 1}` });
    return aChange({
      name: spec.name,
      base: aVersion('base', { spec }),
      head: aVersion('head', { spec }),
    });
  });
}

function planOf(specs: number, models: readonly Model[]): Plan {
  const asked = changes(specs);
  const settings = settingsOf(models);
  return {
    changes: asked,
    questions: questionsOf({ changes: asked, unchanged: [], switches: [], settings }),
  };
}

function settingsOf(models: readonly Model[], budget: Partial<Settings['budget']> = {}): Settings {
  const settings = someSettings({ models });
  return { ...settings, budget: { ...settings.budget, ...budget } };
}

function shardsOf(plan: Plan, wanted: number | null, settings = settingsOf([old, other])) {
  return divide(plan, { settings, spentUsd: null, wanted });
}

function namesIn({ questions }: Pick<Plan, 'questions'>): readonly string[] {
  return questions.map(({ change, head, asks }) => `${change.name} ${head.model.id} ${asks}`);
}

describe('a plan that is divided', () => {
  test.each([1, 2, 3, 8, 40])('into %d shards keeps every question, each in one shard', (wanted) => {
    const plan = planOf(4, [old, other]);
    const shards = shardsOf(plan, wanted);
    expect(shards).toHaveLength(Math.min(wanted, 8));
    expect(shards.flatMap((shard) => namesIn(shard)).toSorted()).toEqual(namesIn(plan).toSorted());
    expect(shards.map(({ id }) => id)).toEqual(shards.map((_, index) => String(index + 1)));
  });

  test('has no shards where nothing is asked', () => {
    expect(shardsOf({ changes: [], questions: [] }, 3)).toEqual([]);
  });

  test('is balanced, and has the same shards wherever it is worked out', () => {
    const plan = planOf(6, [old, other]);
    const counts = shardsOf(plan, 3).map(({ questions }) => questions.length);
    expect(counts).toEqual([4, 4, 4]);
    const ids = (divided: Plan) => shardsOf(divided, 3).map(({ questions }) => questions.map(({ id }) => id));
    expect(ids(plan)).toEqual(ids(planOf(6, [old, other])));
  });

  test('has no more shards than model calls at a time', () => {
    expect(shardsOf(planOf(6, [old]), 6, settingsOf([old], { concurrency: 2 }))).toHaveLength(2);
  });

  test('shares every cap out, and never more than it', () => {
    const budget = { generations: 100, tokens: 1_000_000, concurrency: 7 };
    const shares = shardsOf(planOf(5, [old]), 5, settingsOf([old], budget)).map(({ share }) => share);
    const sum = (of: 'generations' | 'tokens' | 'concurrency') =>
      shares.reduce((total, share) => total + (share[of] ?? 0), 0);
    expect([sum('generations'), sum('tokens'), sum('concurrency')]).toEqual([100, 1_000_000, 7]);
    expect(shares.every(({ concurrency }) => concurrency >= 1)).toBe(true);
  });

  test('has fewer shards where a share would not pay for one call', () => {
    const settings = settingsOf([old], { tokens: 10_000 });
    const shards = shardsOf(planOf(6, [old]), 6, settings);
    expect(shards.length).toBeLessThan(6);
    expect(shards.flatMap(({ questions }) => questions)).toHaveLength(6);
  });
});

describe('questions that take the same samples', () => {
  const [change] = changes(1);
  const unchanged = change === undefined ? [] : [{ ...change, base: change.head }];
  const asking = (switches: readonly { from: Model; to: Model }[], models: readonly Model[]): Plan => {
    const settings = settingsOf(models);
    const asked = change === undefined ? [] : [change];
    return { changes: asked, questions: questionsOf({ changes: asked, unchanged, switches, settings }) };
  };

  test('are in one shard: the side that a switch of models leaves is the new side of a change of text', () => {
    const plan = asking([{ from: old, to: taking }], [old, taking]);
    expect(namesIn(plan)).toEqual(['s1 old regression', 's1 new regression', 's1 new model-switch']);
    expect(shardsOf(plan, 3).map((shard) => namesIn(shard))).toEqual([namesIn(plan)]);
  });

  test('are in one shard also where one model has two names', () => {
    const alias = { ...old, id: 'alias' };
    expect(shardsOf(asking([], [old, alias]), 2)).toHaveLength(1);
  });

  test('are apart from those of another model', () => {
    const plan = asking([{ from: old, to: taking }], [old, other, taking]);
    const shards = shardsOf(plan, 3).map((shard) => namesIn(shard));
    expect(shards).toHaveLength(2);
    expect(shards).toContainEqual(['s1 other regression']);
  });
});
