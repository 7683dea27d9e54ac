import { expect, test } from '@jest/globals';
import type { Progress } from '../../core/report/live/progress.ts';
import { aModel, aQuestion } from '../../testing/builders/a-question.ts';
import { RunProgress } from './run-progress.ts';

test('everybody who follows a run is told of every cell: what is planned and done of each question, calls and spend', async () => {
  const first = aQuestion({ model: aModel({ id: 'one', price: { input: 1, output: 1 } }) });
  const second = aQuestion({ model: aModel({ id: 'two', price: { input: 1, output: 1 } }) });
  const { progress, told, logged } = aBoard();

  progress.open([first, second]);
  progress.plan(first, 6);
  progress.count(first, { code: { kind: 'files' } });
  progress.count(first, { code: { kind: 'unmeasured', why: 'provider-error' } });
  progress.settle(first, 'held');

  expect(told).toHaveLength(4);
  expect(told.slice(1)).toEqual(logged);
  expect(logged.at(-1)).toEqual({
    questions: [
      { spec: 'duration', model: 'one', done: 1, planned: 6, verdict: 'held' },
      { spec: 'duration', model: 'two', done: 0, planned: 0, verdict: null },
    ],
    done: 1,
    planned: 6,
    calls: 5,
    usd: 0.5,
  });
});

test('a spend is not told where a model has no known price', async () => {
  const { progress, told } = aBoard();

  progress.open([aQuestion({ model: aModel({ price: null }) })]);

  expect(told[0]?.usd).toBeNull();
});

function aBoard() {
  const told: Progress[] = [];
  const logged: Progress[] = [];
  const keep = (into: Progress[]) => (progress: Progress) => void into.push(structuredClone(progress));
  const progress = new RunProgress({
    log: { info: () => {}, warn: () => {}, progress: keep(logged) },
    observer: { planned: async (progress) => keep(told)(progress), progressed: keep(told) },
    spending: () => ({ usd: 0.5, tokens: 9, generations: 3, answered: 5, reservedUsd: 0, reservedTokens: 0 }),
  });
  return { progress, told, logged };
}
