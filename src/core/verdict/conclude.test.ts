import { describe, expect, test } from '@jest/globals';
import { conclude } from './conclude.ts';
import type { Verdict } from './verdict.ts';
import type { VerdictWord } from '../records/verdict-word.ts';

const verdict = (word: VerdictWord): Verdict => ({
  spec: 'duration',
  model: 'anthropic/simulated-model',
  asks: 'regression',
  verdict: word,
  base: null,
  head: { passed: 0, failed: 0, unmeasured: 0 },
  drop: null,
  p: null,
  excludes: null,
  brokenTests: [],
  unconfirmed: false,
  culprit: [],
  why: null,
});

const ending = (
  word: VerdictWord | null,
  failOn: 'regressed' | 'suspected' | 'inconclusive' | 'never' = 'regressed',
) => ({
  verdicts: word === null ? [] : [verdict(word)],
  failOn,
  modelStopped: false,
  leftUndone: false,
  fallsShort: false,
});

describe('the conclusion', () => {
  test.each([
    { word: null, failOn: 'regressed', conclusion: 'success' },
    { word: 'held', failOn: 'regressed', conclusion: 'success' },
    { word: 'improved', failOn: 'inconclusive', conclusion: 'success' },
    { word: 'portable', failOn: 'regressed', conclusion: 'success' },
    { word: 'regressed', failOn: 'regressed', conclusion: 'failure' },
    { word: 'regressed', failOn: 'inconclusive', conclusion: 'failure' },
    { word: 'regressed', failOn: 'never', conclusion: 'success' },
    { word: 'suspected', failOn: 'regressed', conclusion: 'neutral' },
    { word: 'suspected', failOn: 'suspected', conclusion: 'failure' },
    { word: 'inconclusive', failOn: 'suspected', conclusion: 'neutral' },
    { word: 'inconclusive', failOn: 'inconclusive', conclusion: 'failure' },
    { word: 'base-too-weak', failOn: 'inconclusive', conclusion: 'neutral' },
  ] as const)('of $word under fail-on $failOn is $conclusion', ({ word, failOn, conclusion }) => {
    expect(conclude(ending(word, failOn))).toBe(conclusion);
  });

  test('is failure when a model was stopped for its configuration', () => {
    expect(conclude({ ...ending('held'), modelStopped: true })).toBe('failure');
  });

  test('is failure below a wanted portability, whatever the verdicts', () => {
    expect(conclude({ ...ending('held'), fallsShort: true })).toBe('failure');
    expect(conclude(ending('not-portable'))).toBe('success');
  });

  test('is neutral when work was due and was not done', () => {
    expect(conclude({ ...ending(null), leftUndone: true })).toBe('neutral');
  });
});
