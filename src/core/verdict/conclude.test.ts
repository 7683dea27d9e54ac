import { describe, expect, test } from '@jest/globals';
import { conclude } from './conclude.ts';
import type { FailOn } from '../settings.ts';
import type { Requirements } from './requirements.ts';
import type { Verdict } from './verdict.ts';
import type { VerdictWord } from '../records/verdict-word.ts';

const verdict = (word: VerdictWord): Verdict => ({
  question: 'any',
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
  withoutResult: [],
  unconfirmed: false,
  culprit: [],
  requirements: null,
  compared: null,
  wholeHead: { passed: 0, failed: 0, unmeasured: 0 },
  why: null,
});

const ending = (word: VerdictWord | null, failOn: FailOn = 'regressed') => ({
  verdicts: word === null ? [] : [verdict(word)],
  failOn,
  alpha: 0.05,
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

  const asking = (requirements: Pick<Requirements, 'verdict' | 'p'>, failOn: FailOn) => ({
    ...ending('held', failOn),
    verdicts: [{ ...verdict('held'), requirements: { passed: 0, samples: 5, tests: [], ...requirements } }],
  });

  test.each([
    { requirements: 'met', p: 1, failOn: 'unmet', conclusion: 'success' },
    { requirements: 'unmet', p: 0.03, failOn: 'regressed', conclusion: 'neutral' },
    { requirements: 'unmet', p: 0.03, failOn: 'unmet', conclusion: 'failure' },
    { requirements: 'unmet', p: 0.03, failOn: 'suspected', conclusion: 'failure' },
    { requirements: 'unmet', p: 0.03, failOn: 'inconclusive', conclusion: 'failure' },
    { requirements: 'unmet', p: 0.09, failOn: 'unmet', conclusion: 'neutral' },
    { requirements: 'undecided', p: 0.2, failOn: 'inconclusive', conclusion: 'neutral' },
  ] as const)(
    'of new tests that are $requirements (p $p over the run) under fail-on $failOn is $conclusion, whatever held',
    ({ requirements, p, failOn, conclusion }) => {
      expect(conclude(asking({ verdict: requirements, p }, failOn))).toBe(conclusion);
    },
  );

  test('is neutral when work was due and was not done', () => {
    expect(conclude({ ...ending(null), leftUndone: true })).toBe('neutral');
  });
});
