import { expect, test } from '@jest/globals';
import { aQuestion, outcomes } from '../../../testing/builders/a-question.ts';
import { looksOf, whyEnded } from './looks-of.ts';

const rules = {
  decide: { alpha: 0.05, drop: 0.4, beta: 0.1, portable: 0.8 },
  questions: 1,
  requirements: null,
};

function looks(base: string, head: string) {
  return looksOf(aQuestion(), { base: outcomes(base), head: outcomes(head), tests: [] }, rules);
}

test('each look has the counts of its samples and what followed from them', () => {
  expect(looks('+++++', '-+-+-').map(({ base, head, next }) => ({ base, head, next }))).toEqual([
    { base: { passed: 3, failed: 0 }, head: { passed: 1, failed: 2 }, next: 'sample-more' },
    { base: { passed: 3, failed: 0 }, head: { passed: 2, failed: 3 }, next: 'sample-more' },
    { base: { passed: 5, failed: 0 }, head: { passed: 2, failed: 3 }, next: 'sample-more' },
    { base: { passed: 5, failed: 0 }, head: { passed: 2, failed: 3 }, next: 'unmeasured' },
  ]);
});

test('the history ends with the look at which a drop was shown', () => {
  const history = looks('++++++++', '--------');

  expect(history.at(-1)?.next).toBe('decided');
  expect(whyEnded(history, 0.4)).toContain('a drop is shown');
});

test('the history ends where no later sample could decide, and says so', () => {
  const history = looks('-----', '-----');

  expect(history.at(-1)?.next).toBe('futile');
  expect(whyEnded(history, 0.4)).toContain('hardly any further samples could have decided');
});

test('an outage ends the history and is not counted as a failure', () => {
  const history = looks('+++', '+??');

  expect(history).toHaveLength(1);
  expect(history[0]).toMatchObject({ head: { passed: 1, failed: 0 }, next: 'unmeasured', p: null });
});

test('a question without samples has no history', () => {
  expect(looks('', '')).toEqual([]);
  expect(whyEnded([], 0.4)).toBe('No sample was drawn.');
});
