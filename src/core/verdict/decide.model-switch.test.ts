import { expect, test } from '@jest/globals';
import { aModel, aQuestion, outcomes } from '../../testing/builders/a-question.ts';
import { decide } from './decide.ts';

const settings = { decide: { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 } };
const samples = { base: outcomes('+++++'), head: outcomes('+++++'), tests: [] };

test('the verdict of a model switch names the model that is left, any other names none', () => {
  const regression = aQuestion();
  const left = aModel({ id: 'vendor/left' });
  const question = {
    ...regression,
    asks: 'model-switch',
    base: { ...regression.base, model: left },
  } as const;
  const verdictOf = (asked: typeof question | typeof regression) =>
    decide(
      [{ question: asked, samples, confirmation: { kind: 'not-needed' }, invalidReason: null }],
      settings,
    );

  expect(verdictOf(question)).toMatchObject([
    { insteadOf: 'vendor/left', model: 'anthropic/simulated-model' },
  ]);
  expect(verdictOf(regression)[0]).not.toHaveProperty('insteadOf');
});
